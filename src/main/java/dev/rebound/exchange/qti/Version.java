package dev.rebound.exchange.qti;

/** A version that items are written in. */
enum Version {
  TWO(
      "http://www.imsglobal.org/xsd/imsqti_v2p1",
      "http://www.imsglobal.org/xsd/imscp_v1p1",
      "QTIv2.1 Package",
      "1.0.0",
      "v2p1",
      "http://www.imsglobal.org/question/qti_v2p1/rptemplates/%s"),
  THREE(
      "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
      "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
      "QTI Package",
      "3.0.0",
      "v3p0",
      "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/%s.xml");

  private final String items;
  private final String manifest;
  private final String schema;
  private final String number;
  private final String kind;
  private final String template;

  Version(
      String items, String manifest, String schema, String number, String kind, String template) {
    this.items = items;
    this.manifest = manifest;
    this.schema = schema;
    this.number = number;
    this.kind = kind;
    this.template = template;
  }

  boolean three() {
    return this == THREE;
  }

  /** The namespace of items and tests. */
  String items() {
    return items;
  }

  /** The namespace of a manifest. */
  String manifest() {
    return manifest;
  }

  String schema() {
    return schema;
  }

  String number() {
    return number;
  }

  /** {@code imsqti_item_xmlv2p1} */
  String type(String what) {
    return "imsqti_" + what + "_xml" + kind;
  }

  String template(String name) {
    return template.replace("%s", name);
  }
}
