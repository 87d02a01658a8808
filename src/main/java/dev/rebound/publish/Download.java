package dev.rebound.publish;

/**
 * A file a publisher offers to people, so that pages can link to what this build makes and to
 * nothing else.
 *
 * @param course the course it belongs to
 * @param path from the output folder; one of the publisher's artefacts
 * @param kind {@code cards} or {@code package}: pages say the rest in their own language
 * @param variant what tells it from its siblings: {@code a4}, {@code scorm12}
 */
public record Download(String course, String path, String kind, String variant) {}
