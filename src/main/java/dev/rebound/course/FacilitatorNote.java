package dev.rebound.course;

import dev.rebound.source.Block;
import dev.rebound.source.Located;
import java.util.List;

/** {@code facilitator/<id>.md}: notes a session plan can be made of. */
public record FacilitatorNote(Located<String> id, Located<String> title, List<Block> body) {}
