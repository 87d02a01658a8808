package dev.rebound.app;

import dev.rebound.check.Rule;
import dev.rebound.check.pilot.PilotAnswers;
import dev.rebound.check.rules.AbsoluteTermCue;
import dev.rebound.check.rules.AllOrNoneOfTheAbove;
import dev.rebound.check.rules.AnswerContradictsPrinciple;
import dev.rebound.check.rules.AnswerWithoutPrinciple;
import dev.rebound.check.rules.BlindGuesserBeatsChance;
import dev.rebound.check.rules.BrokenLink;
import dev.rebound.check.rules.ContestedWithoutNote;
import dev.rebound.check.rules.ConvergenceCue;
import dev.rebound.check.rules.CorrectAnswerBreaksPrinciple;
import dev.rebound.check.rules.CreditMissing;
import dev.rebound.check.rules.CreditNamesAnother;
import dev.rebound.check.rules.DistractorAppliesPrinciple;
import dev.rebound.check.rules.DraftBank;
import dev.rebound.check.rules.DrawDoesNotCover;
import dev.rebound.check.rules.DuplicateId;
import dev.rebound.check.rules.DuplicateOption;
import dev.rebound.check.rules.EndingContradictsReplies;
import dev.rebound.check.rules.FeedbackContradictsAnswer;
import dev.rebound.check.rules.FeedbackMissing;
import dev.rebound.check.rules.FeedbackOffPrinciple;
import dev.rebound.check.rules.FinalNotGraded;
import dev.rebound.check.rules.GoodAndPoorExchanged;
import dev.rebound.check.rules.GradedQuestionShown;
import dev.rebound.check.rules.GrammarCue;
import dev.rebound.check.rules.HeadingSkipsLevel;
import dev.rebound.check.rules.HintGivesKey;
import dev.rebound.check.rules.IdentifierTooLong;
import dev.rebound.check.rules.InlineQuoteNotInSource;
import dev.rebound.check.rules.KeyPositionBias;
import dev.rebound.check.rules.LessonEcho;
import dev.rebound.check.rules.LongestIsCorrect;
import dev.rebound.check.rules.MetersContradictRole;
import dev.rebound.check.rules.MissingAltText;
import dev.rebound.check.rules.MissingCaptions;
import dev.rebound.check.rules.NearDuplicateOption;
import dev.rebound.check.rules.NearDuplicateQuestion;
import dev.rebound.check.rules.NegativeStem;
import dev.rebound.check.rules.NoBestPath;
import dev.rebound.check.rules.NoCorrectAnswer;
import dev.rebound.check.rules.NotReviewed;
import dev.rebound.check.rules.OrphanFile;
import dev.rebound.check.rules.OverlappingAreas;
import dev.rebound.check.rules.PilotFileInvalid;
import dev.rebound.check.rules.PrincipleNotTaught;
import dev.rebound.check.rules.PrincipleNotTested;
import dev.rebound.check.rules.PrincipleRestsElsewhere;
import dev.rebound.check.rules.PrincipleWithoutExcerpt;
import dev.rebound.check.rules.QuotationBudgetExceeded;
import dev.rebound.check.rules.QuoteAmbiguous;
import dev.rebound.check.rules.QuoteNotByAuthor;
import dev.rebound.check.rules.QuoteNotInSource;
import dev.rebound.check.rules.QuoteTooShort;
import dev.rebound.check.rules.RepeatedWordCue;
import dev.rebound.check.rules.ResponsePatternTooLong;
import dev.rebound.check.rules.ReviewOutdated;
import dev.rebound.check.rules.ScenarioDeadEnd;
import dev.rebound.check.rules.SchemaViolation;
import dev.rebound.check.rules.SeveralCorrectAnswers;
import dev.rebound.check.rules.SolvedWithoutLearning;
import dev.rebound.check.rules.SourceDrifted;
import dev.rebound.check.rules.StudyNotAsRecorded;
import dev.rebound.check.rules.SuspendDataBudget;
import dev.rebound.check.rules.SyntaxError;
import dev.rebound.check.rules.TaughtInNameOnly;
import dev.rebound.check.rules.TestedBeforeTaught;
import dev.rebound.check.rules.TooFewOptions;
import dev.rebound.check.rules.TypoAcceptsWord;
import dev.rebound.check.rules.UnfocusedStem;
import dev.rebound.check.rules.UnknownExcerpt;
import dev.rebound.check.rules.UnknownPrinciple;
import dev.rebound.check.rules.UnknownReference;
import dev.rebound.check.rules.UnmarkedCopy;
import dev.rebound.check.rules.UnmatchedFootnote;
import dev.rebound.check.rules.UnreachableNode;
import dev.rebound.check.rules.UnrecordedStudy;
import dev.rebound.check.rules.UnsafeHtml;
import dev.rebound.check.rules.UnsortedNumbers;
import dev.rebound.check.rules.UnusedAllow;
import dev.rebound.check.rules.UnusedExcerpt;
import dev.rebound.check.rules.VagueTermCue;
import dev.rebound.check.rules.WholeSentenceQuoted;
import dev.rebound.course.Content;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.aiken.AikenFormat;
import dev.rebound.exchange.gift.GiftFormat;
import dev.rebound.exchange.moodle.MoodleXmlFormat;
import dev.rebound.exchange.qti.QtiFormat;
import dev.rebound.exchange.qti.ResultsFormat;
import dev.rebound.exchange.table.CsvFormat;
import dev.rebound.exchange.table.ExcelFormat;
import dev.rebound.exchange.word.WordFormat;
import dev.rebound.publish.Destination;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.OutputPath;
import dev.rebound.publish.Publisher;
import dev.rebound.publish.cmi5.Cmi5Publisher;
import dev.rebound.publish.pack.PackagePublisher;
import dev.rebound.publish.page.InterfaceWordsIncomplete;
import dev.rebound.publish.page.Templates;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.publish.print.CardOverflow;
import dev.rebound.publish.print.MissingGlyph;
import dev.rebound.publish.print.PrintPublisher;
import dev.rebound.publish.print.UnprintablePicture;
import dev.rebound.publish.scorm12.Scorm12Publisher;
import dev.rebound.publish.scorm2004.Scorm2004Publisher;
import dev.rebound.publish.site.SitePublisher;
import dev.rebound.question.QuestionType;
import dev.rebound.question.choice.Choice;
import dev.rebound.question.fillin.FillIn;
import dev.rebound.question.hotspot.Hotspot;
import dev.rebound.question.hottext.HotText;
import dev.rebound.question.likert.Likert;
import dev.rebound.question.longanswer.LongAnswer;
import dev.rebound.question.matching.Matching;
import dev.rebound.question.numeric.Numeric;
import dev.rebound.question.sequencing.Sequencing;
import dev.rebound.question.sort.Sort;
import dev.rebound.question.truefalse.TrueFalse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything there is: question types, rules, outputs, formats. The one place a new one is added
 * to.
 */
public final class Catalog {
  /** The outputs, as {@code --only} names them, in the order they are made. */
  public static final List<String> OUTPUTS =
      List.of("site", "print", "scorm12", "scorm2004", "cmi5");

  private Catalog() {}

  public static List<QuestionType> questionTypes() {
    return List.of(
        new Choice(),
        new TrueFalse(),
        new Matching(),
        new Sequencing(),
        new Sort(),
        new FillIn(),
        new Numeric(),
        new HotText(),
        new Hotspot(),
        new Likert(),
        new LongAnswer());
  }

  /** The formats that banks travel in; a file is what the first of them recognises. */
  public static List<Format> formats() {
    return List.of(
        new ExcelFormat(),
        new WordFormat(),
        QtiFormat.three(),
        QtiFormat.two(),
        ResultsFormat.cartridge(),
        ResultsFormat.qti12(),
        new MoodleXmlFormat(),
        new CsvFormat(),
        new AikenFormat(),
        new GiftFormat());
  }

  /** The rules, with the built-in looks to measure cards with. */
  public static List<Rule> rules() {
    return rules(new TemplatesOption(), KeptResults.NONE);
  }

  /** The same for whoever has made a pilot. */
  public static List<Rule> rules(Function<Content, PilotAnswers> pilot) {
    return rules(new TemplatesOption(), KeptResults.NONE, pilot);
  }

  static List<Rule> rules(TemplatesOption looks, KeptResults kept) {
    return rules(looks, kept, content -> PilotAnswers.NONE);
  }

  /**
   * @param pilot what people who have not taken the courses answered
   */
  static List<Rule> rules(
      TemplatesOption looks, KeptResults kept, Function<Content, PilotAnswers> pilot) {
    return List.of(
        new SyntaxError(),
        new SchemaViolation(),
        new UnsafeHtml(),
        new DuplicateId(),
        new UnknownReference(),
        new BrokenLink(),
        new MissingAltText(),
        new MissingCaptions(),
        new HeadingSkipsLevel(),
        new OrphanFile(),
        new OverlappingAreas(),
        new ScenarioDeadEnd(),
        new UnreachableNode(),
        new NoBestPath(),
        new AnswerWithoutPrinciple(),
        new UnknownPrinciple(),
        new CorrectAnswerBreaksPrinciple(),
        new DistractorAppliesPrinciple(),
        new AnswerContradictsPrinciple(),
        new FeedbackContradictsAnswer(),
        new HintGivesKey(),
        new MetersContradictRole(),
        new EndingContradictsReplies(),
        new PrincipleWithoutExcerpt(),
        new UnknownExcerpt(),
        new UnusedExcerpt(),
        new QuoteNotInSource(),
        new InlineQuoteNotInSource(),
        new CreditNamesAnother(),
        new PrincipleRestsElsewhere(),
        new QuoteAmbiguous(),
        new QuoteTooShort(),
        new QuoteNotByAuthor(),
        new SourceDrifted(),
        new PrincipleNotTaught(),
        new TaughtInNameOnly(),
        new GoodAndPoorExchanged(),
        new UnrecordedStudy(),
        new StudyNotAsRecorded(),
        new PrincipleNotTested(),
        new TestedBeforeTaught(),
        new GradedQuestionShown(),
        new FinalNotGraded(),
        new DrawDoesNotCover(),
        new DraftBank(),
        new ContestedWithoutNote(),
        new ReviewOutdated(),
        new NotReviewed(),
        new NoCorrectAnswer(),
        new SeveralCorrectAnswers(),
        new UnusedAllow(),
        new DuplicateOption(),
        new NearDuplicateOption(),
        new TypoAcceptsWord(),
        new FeedbackMissing(),
        new FeedbackOffPrinciple(),
        new TooFewOptions(),
        new LongestIsCorrect(),
        new AllOrNoneOfTheAbove(),
        new NegativeStem(),
        new AbsoluteTermCue(),
        new VagueTermCue(),
        new RepeatedWordCue(),
        new GrammarCue(),
        new ConvergenceCue(),
        new UnfocusedStem(),
        new UnsortedNumbers(),
        new KeyPositionBias(),
        new BlindGuesserBeatsChance(),
        new SolvedWithoutLearning(pilot),
        new PilotFileInvalid(pilot),
        new NearDuplicateQuestion(),
        new LessonEcho(),
        new UnmarkedCopy(),
        new UnmatchedFootnote(),
        new QuotationBudgetExceeded(),
        new CreditMissing(),
        new WholeSentenceQuoted(),
        new IdentifierTooLong(),
        new ResponsePatternTooLong(),
        new SuspendDataBudget(),
        new CardOverflow(looks.overrides(), looks::templates, looks.words(), kept),
        new MissingGlyph(),
        new UnprintablePicture(kept),
        new InterfaceWordsIncomplete(looks::wordProblems),
        new OutputPath(destinations()));
  }

  /** What each output will write, whether or not it is asked for. */
  static List<Function<Content, List<Destination>>> destinations() {
    return List.of(
        SitePublisher::destinations,
        PrintPublisher::destinations,
        content -> PackagePublisher.destinations(content, "scorm12"),
        content -> PackagePublisher.destinations(content, "scorm2004"),
        content -> PackagePublisher.destinations(content, "cmi5"));
  }

  /**
   * The publishers of these outputs, what takes longest first; the site links to what the others
   * make.
   */
  public static List<Publisher> publishers(
      Set<String> outputs,
      Templates templates,
      UiMessages words,
      Map<String, String> schemas,
      KeptResults kept) {
    List<Publisher> publishers = new ArrayList<>();
    if (outputs.contains("print")) {
      publishers.add(new PrintPublisher(templates, words, kept));
    }
    if (outputs.contains("scorm12")) {
      publishers.add(new Scorm12Publisher(templates, words));
    }
    if (outputs.contains("scorm2004")) {
      publishers.add(new Scorm2004Publisher(templates, words));
    }
    if (outputs.contains("cmi5")) {
      publishers.add(new Cmi5Publisher(templates, words));
    }
    if (outputs.contains("site")) {
      publishers.add(new SitePublisher(templates, words, schemas, List.copyOf(publishers)));
    }
    return publishers;
  }
}
