package dev.rebound.course;

/**
 * One of the schemas that SCORM wants at the root of a package (CAM 4th Edition, 3.4.1.2). Who
 * publishes packages may have them; we may not give them away.
 *
 * @param path from the root of a package: {@code imscp_v1p1.xsd}, {@code common/elementNames.xsd}
 * @param namespace that it is the schema of; empty where it says none
 */
public record ControlDocument(String path, String namespace, byte[] bytes) {}
