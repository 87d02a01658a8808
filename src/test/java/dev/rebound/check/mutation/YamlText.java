package dev.rebound.check.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file, or the front matter of a Markdown file, and which characters are which key and
 * value. Read by the library's own composer, so that places come from somebody else than the reader
 * that is tested.
 *
 * @param from where the YAML starts in the text
 * @param meaning what it says, whatever its layout
 */
record YamlText(String file, String text, int from, Node root, String meaning) {

  static YamlText of(String file, String text) {
    int from = file.endsWith(".md") ? 4 : 0;
    int to = file.endsWith(".md") ? text.indexOf("\n---", 3) + 1 : text.length();
    Node root =
        compose(text.substring(from, to))
            .orElseThrow(() -> new IllegalArgumentException(file + " is no YAML"));
    return new YamlText(file, text, from, root, meaning(root));
  }

  private static Optional<Node> compose(String yaml) {
    return new Compose(LoadSettings.builder().build()).composeString(yaml);
  }

  /** What a YAML text says, whatever its layout; nothing when it is none. */
  static Optional<String> meaning(String yaml) {
    try {
      return compose(yaml).map(YamlText::meaning);
    } catch (YamlEngineException broken) {
      return Optional.empty();
    }
  }

  private static String meaning(Node node) {
    StringBuilder out = new StringBuilder();
    if (node instanceof ScalarNode scalar) {
      out.append(scalar.getTag()).append('=').append(scalar.getValue());
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> out.append("\n-").append(meaning(item)));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        out.append("\n{").append(meaning(entry.getKeyNode())).append(':');
        out.append(meaning(entry.getValueNode())).append('}');
      }
    }
    return out.toString();
  }

  /**
   * {@code key: value}
   *
   * @param path the keys that lead to it, without the places in lists: {@code
   *     questions.options.text}
   */
  record Entry(YamlText yaml, String path, MappingNode in, int index) {
    ScalarNode key() {
      return (ScalarNode) in.getValue().get(index).getKeyNode();
    }

    Node value() {
      return in.getValue().get(index).getValueNode();
    }

    String name() {
      return key().getValue();
    }

    /** The value of one that has a text. */
    String said() {
      return ((ScalarNode) value()).getValue();
    }

    int start() {
      return yaml.start(value());
    }

    int line() {
      return Edit.line(yaml.text, start());
    }

    /** The scalars of its value: itself, or those of its list. */
    List<ScalarNode> scalars() {
      List<ScalarNode> found = new ArrayList<>();
      List<Node> nodes = value() instanceof SequenceNode list ? list.getValue() : List.of(value());
      for (Node node : nodes) {
        if (node instanceof ScalarNode scalar) {
          found.add(scalar);
        }
      }
      return found;
    }

    /** The edit that takes it out, in block style and in flow style. */
    Edit removed() {
      int keyStart = yaml.start(key());
      if (index + 1 < in.getValue().size()) {
        return new Edit(keyStart, yaml.start(in.getValue().get(index + 1).getKeyNode()), "");
      }
      int before =
          index == 0 ? keyStart : yaml.lastEnd(in.getValue().get(index - 1).getValueNode());
      return new Edit(before, yaml.lastEnd(value()), "");
    }

    Edit valueBy(String by) {
      return new Edit(start(), yaml.lastEnd(value()), by);
    }

    /** The edit that gives it a text, in quotes. */
    Edit saying(String words) {
      return valueBy("\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
  }

  int start(Node node) {
    return offset(node.getStartMark().orElseThrow());
  }

  /** The end of what it holds; the library's own mark of a block is where the next thing starts. */
  int lastEnd(Node node) {
    if (node instanceof SequenceNode list
        && !list.getValue().isEmpty()
        && list.getFlowStyle() == org.snakeyaml.engine.v2.common.FlowStyle.BLOCK) {
      return lastEnd(list.getValue().get(list.getValue().size() - 1));
    }
    if (node instanceof MappingNode mapping
        && !mapping.getValue().isEmpty()
        && mapping.getFlowStyle() == org.snakeyaml.engine.v2.common.FlowStyle.BLOCK) {
      return lastEnd(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    return offset(node.getEndMark().orElseThrow());
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(from, mark.getIndex());
  }

  int line(Node node) {
    return Edit.line(text, start(node));
  }

  /** Where words can be put at the end of a text. */
  int endOfWords(ScalarNode scalar) {
    boolean quoted =
        scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
            || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    return lastEnd(scalar) - (quoted ? 1 : 0);
  }

  Mutant with(Edit... edits) {
    return Mutant.of(file, text, edits);
  }

  /** Every entry, outside in, in file order. */
  Stream<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    add(root, "", all);
    return all.stream();
  }

  /** The entries with one of these paths. */
  Stream<Entry> entries(String... paths) {
    return entries().filter(entry -> List.of(paths).contains(entry.path));
  }

  private void add(Node node, String path, List<Entry> all) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> add(item, path, all));
    } else if (node instanceof MappingNode mapping) {
      for (int i = 0; i < mapping.getValue().size(); i++) {
        String key = ((ScalarNode) mapping.getValue().get(i).getKeyNode()).getValue();
        Entry entry = new Entry(this, path.isEmpty() ? key : path + "." + key, mapping, i);
        all.add(entry);
        add(entry.value(), entry.path, all);
      }
    }
  }

  /** The entry of a mapping with this key. */
  Optional<Entry> entry(MappingNode in, String path, String key) {
    for (int i = 0; i < in.getValue().size(); i++) {
      Entry entry = new Entry(this, path + "." + key, in, i);
      if (entry.name().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
