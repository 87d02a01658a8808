package dev.rebound.course;

import dev.rebound.source.Block;
import dev.rebound.source.Located;
import java.util.List;
import java.util.Optional;

/** {@code cards/<id>.md}: a pocket card, {@code # Front} and {@code # Back}. */
public record Card(
    Located<String> id,
    Located<String> title,
    Optional<Located<String>> subtitle,
    List<Block> front,
    List<Block> back) {}
