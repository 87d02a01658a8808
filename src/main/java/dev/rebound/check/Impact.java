package dev.rebound.check;

import dev.rebound.course.Attachment;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Dialogue;
import dev.rebound.course.Excerpt;
import dev.rebound.course.Lesson;
import dev.rebound.course.Media;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionBank;
import dev.rebound.course.Source;
import dev.rebound.course.Study;
import dev.rebound.source.Inline;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import dev.rebound.source.Markup;
import dev.rebound.source.Reference;
import dev.rebound.source.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of the content touches: whatever a learner meets that says something else than
 * before, in its own words or in those of what it rests on or shows. Both states are compared thing
 * by thing and component by component ({@link PlainRecord}).
 *
 * @param touched in the order of the content
 * @param courses those in which anything is touched, so their packages are to be made again
 */
public record Impact(List<Touched> touched, Set<String> courses) {
  /** What is met in every course: a change of it touches all. */
  private static final Set<String> EVERYWHERE = Set.of("settings", "term", "study");

  /** What is shown or said with whatever names it; a link to a page shows nothing of it. */
  private static final Set<String> SHOWN =
      Set.of("principle", "excerpt", "source", "term", "dialogue", "question", "file");

  /** What has an id in its course alone. */
  private static final Set<String> OF_A_COURSE = Set.of("question", "file");

  /**
   * @param why its changed parts, {@code its stem, principle "agree-with-value"}; or that it is new
   *     or gone
   * @param span where it stands; where it stood when it is gone
   */
  public record Touched(String kind, String id, SourceSpan span, String why) {}

  /**
   * One thing a learner meets.
   *
   * @param says its own parts
   * @param shows the keys of other things that it rests on or shows
   */
  private record Thing(
      String kind,
      String course,
      String id,
      SourceSpan span,
      Map<String, String> says,
      List<String> shows) {}

  /** The things of a content by their keys. */
  private static final class Things {
    private final Parts own;
    private final Map<String, Thing> all = new LinkedHashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Set<String>> shown = new HashMap<>();

    Things(Parts own) {
      this.own = own;
    }

    /** What a thing says and shows: the parts of its own, and a digest of each other thing. */
    Revision revision(Thing thing) {
      Map<String, String> parts = new LinkedHashMap<>(thing.says);
      for (String key : shown(thing)) {
        Thing other = all.get(key);
        if (other != null) {
          parts.put(
              other.kind + ":" + other.id,
              digests.computeIfAbsent(key, it -> Revision.digest(other.says.toString())));
        }
      }
      return new Revision(parts);
    }

    private Set<String> shown(Thing thing) {
      return shown.computeIfAbsent(
          key(thing.kind, thing.course, thing.id), key -> findShown(thing, key));
    }

    private Set<String> findShown(Thing thing, String own) {
      Set<String> found = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(thing.shows);
      while (!open.isEmpty()) {
        String key = open.remove();
        Thing other = all.get(key);
        if (other != null && !key.equals(own) && found.add(key)) {
          open.addAll(other.shows);
        }
      }
      return found;
    }

    /** What is in one course touches that; what all share, those in which it is shown. */
    Set<String> coursesOf(String key, Content content) {
      Thing thing = all.get(key);
      Set<String> courses = new TreeSet<>();
      if (thing == null) {
        return courses;
      } else if (!thing.course.isEmpty()) {
        courses.add(thing.course);
      } else if (EVERYWHERE.contains(thing.kind)) {
        content.courses().forEach(course -> courses.add(course.id().value()));
      } else {
        for (Thing other : all.values()) {
          if (!other.course.isEmpty()
              && !courses.contains(other.course)
              && shown(other).contains(key)) {
            courses.add(other.course);
          }
        }
      }
      return courses;
    }

    private void add(
        String kind,
        String course,
        Located<String> id,
        Map<String, String> says,
        Set<String> shows) {
      String key = key(kind, course, id.value());
      all.put(key, new Thing(kind, course, id.value(), id.span(), says, List.copyOf(shows)));
    }

    private void add(String kind, String course, Located<String> id, Record record) {
      add(kind, course, id, parts(record), shows(record, course));
    }

    private Map<String, String> parts(Record record) {
      return own.of(record);
    }
  }

  /** Digests of the parts of records: what is the same object in both states is digested once. */
  private static final class Parts {
    private final PlainRecord plain = new PlainRecord();
    private final IdentityHashMap<Record, Map<String, String>> known = new IdentityHashMap<>();

    Map<String, String> of(Record record) {
      return known.computeIfAbsent(record, this::digests);
    }

    private Map<String, String> digests(Record record) {
      Map<String, String> parts = new LinkedHashMap<>();
      if (record instanceof Question question) {
        // As reviews have them, and whatever else there is to it.
        parts.putAll(Revision.own(question).parts());
        parts.put(Revision.REST, Revision.digest(Json.write(plain.parts(question))));
        return parts;
      }
      plain
          .parts(record)
          .forEach((name, value) -> parts.put(name, Revision.digest(Json.write(value))));
      return parts;
    }
  }

  public static Impact between(Content before, Content after) {
    Parts own = new Parts();
    Things then = things(before, own);
    Things now = things(after, own);
    List<Touched> touched = new ArrayList<>();
    Set<String> courses = new TreeSet<>();
    now.all.forEach(
        (key, thing) -> {
          Thing old = then.all.get(key);
          List<String> changed =
              old == null ? List.of() : now.revision(thing).changedSince(then.revision(old));
          if (old == null || !changed.isEmpty()) {
            touched.add(touched(thing, old == null ? "is new" : Revision.words(changed)));
            courses.addAll(now.coursesOf(key, after));
          }
        });
    then.all.forEach(
        (key, thing) -> {
          if (!now.all.containsKey(key)) {
            touched.add(touched(thing, "is gone"));
            courses.addAll(then.coursesOf(key, before));
          }
        });
    Set<String> existing = new TreeSet<>();
    after.courses().forEach(course -> existing.add(course.id().value()));
    courses.retainAll(existing);
    return new Impact(List.copyOf(touched), courses);
  }

  private static Touched touched(Thing thing, String why) {
    return new Touched(thing.kind, thing.id, thing.span, why);
  }

  private static Things things(Content content, Parts own) {
    Things things = new Things(own);
    Located<String> settings = new Located<>("rebound.yaml", content.settings().publisher().span());
    things.add("settings", "", settings, things.parts(content.settings()), Set.of());
    for (Source source : content.sources()) {
      things.add("source", "", source.id(), source);
      for (Excerpt excerpt : source.excerpts()) {
        Located<String> id = excerpt.id().with(excerpt.source() + "/" + excerpt.id().value());
        things.add(
            "excerpt", "", id, things.parts(excerpt), Set.of(key("source", "", excerpt.source())));
      }
    }
    for (Principle principle : content.principles()) {
      Set<String> shows = shows(principle, "");
      shows.add(key("source", "", principle.source()));
      things.add("principle", "", principle.id(), things.parts(principle), shows);
    }
    content.terms().forEach(it -> things.add("term", "", it.id(), things.parts(it), Set.of()));
    for (Study study : content.studies()) {
      things.add("study", "", study.id(), things.parts(study), Set.of());
    }
    for (Dialogue dialogue : content.dialogues()) {
      things.add("dialogue", "", dialogue.id(), dialogue);
    }
    content.courses().forEach(course -> course(course, things));
    return things;
  }

  /** Drafts are in no output, nor are facilitator notes. */
  private static void course(Course course, Things things) {
    String in = course.id().value();
    things.add("course", in, course.id(), things.parts(course.plan()), Set.of());
    for (Lesson lesson : course.lessonFiles()) {
      things.add("lesson", in, lesson.id(), lesson);
    }
    for (QuestionBank bank : course.bankFiles()) {
      if (!bank.isDraft()) {
        things.add("quiz", in, bank.id(), things.parts(bank), Set.of());
        for (Question question : bank.questions()) {
          Located<String> key = question.id().with(question.key());
          things.add("question", in, key, things.parts(question), shows(question, in));
        }
      }
    }
    course.scenarioFiles().forEach(it -> things.add("scenario", in, it.id(), it));
    course.cardFiles().forEach(it -> things.add("card", in, it.id(), it));
    course.aidFiles().forEach(it -> things.add("job aid", in, it.id(), it));
    for (Course.Image image : course.imageFiles()) {
      things.add("picture", in, at(course, image.path()), things.parts(image), Set.of());
    }
    for (Media media : course.mediaFiles()) {
      things.add("picture", in, at(course, media.path()), things.parts(media), Set.of());
    }
    for (Attachment file : course.takeaways()) {
      Located<String> name = at(course, file.path()).with(file.name());
      things.add("file", in, name, things.parts(file), Set.of());
    }
  }

  /** A path in a course's folder, as the place of the file itself. */
  private static Located<String> at(Course course, String path) {
    return new Located<>(path, SourceSpan.wholeFile(course.folder() + "/" + path));
  }

  private static Set<String> shows(Object thing, String course) {
    Set<String> shows = new LinkedHashSet<>();
    ContentWalk.Written written = ContentWalk.in(thing);
    for (Reference to : written.references()) {
      if (SHOWN.contains(to.kind())) {
        shows.add(key(to.kind(), OF_A_COURSE.contains(to.kind()) ? course : "", to.id()));
      }
    }
    pictures(written.all()).forEach(path -> shows.add(key("picture", course, path)));
    return shows;
  }

  /** The paths of the pictures in some texts; films and recordings are written like them. */
  static Set<String> pictures(Collection<AuthoredText> texts) {
    Set<String> paths = new LinkedHashSet<>();
    for (AuthoredText text : texts) {
      Markup.eachInline(
          text.run(),
          inline -> {
            if (inline instanceof Inline.Image image) {
              paths.add(image.path());
            }
          });
    }
    return paths;
  }

  private static String key(String kind, String course, String id) {
    return kind + " " + course + "/" + id;
  }
}
