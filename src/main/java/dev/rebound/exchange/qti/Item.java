package dev.rebound.exchange.qti;

import dev.rebound.exchange.Notes;
import dev.rebound.source.SourceSpan;
import java.util.List;

/**
 * An item of any version.
 *
 * @param stem HTML with a mark for each interaction
 * @param model what whoever scores is told; empty where nothing is
 * @param unit of a number; empty where it has none
 * @param notes ours
 */
record Item(
    SourceSpan span,
    String id,
    String title,
    String stem,
    List<Interaction> interactions,
    Scorer scorer,
    String model,
    String unit,
    List<Notes.Note> notes) {}
