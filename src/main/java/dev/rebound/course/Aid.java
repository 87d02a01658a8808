package dev.rebound.course;

import dev.rebound.source.Block;
import dev.rebound.source.Located;
import java.util.List;

/** {@code aids/<id>.md}: a one-page job aid. */
public record Aid(Located<String> id, Located<String> title, List<Block> body) {}
