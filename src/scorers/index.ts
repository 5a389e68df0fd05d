import type { CheckKind, CheckKinds } from '../core/check-kind.ts';
import { answerRelevanceScorer } from './answer-relevance.ts';
import { answersScorer } from './answers.ts';
import { bleuScorer } from './bleu.ts';
import { containsScorer } from './contains.ts';
import { containsAnyScorer } from './contains-any.ts';
import { containsHtmlScorer } from './contains-html.ts';
import { containsJsonScorer } from './contains-json.ts';
import { containsSqlScorer } from './contains-sql.ts';
import { containsXmlScorer } from './contains-xml.ts';
import { contextPrecisionScorer } from './context-precision.ts';
import { contextRecallScorer } from './context-recall.ts';
import { contextRelevanceScorer } from './context-relevance.ts';
import { endsWithScorer } from './ends-with.ts';
import { equalsScorer } from './equals.ts';
import { fScoreScorer } from './f-score.ts';
import { faithfulnessScorer } from './faithfulness.ts';
import { finishReasonScorer } from './finish-reason.ts';
import { githubCoherenceScorer } from './github-coherence.ts';
import { githubFluencyScorer } from './github-fluency.ts';
import { githubGroundednessScorer } from './github-groundedness.ts';
import { githubRelevanceScorer } from './github-relevance.ts';
import { githubSimilarityScorer } from './github-similarity.ts';
import { gleuScorer } from './gleu.ts';
import { helpfulnessScorer } from './helpfulness.ts';
import { htmlScorer } from './html.ts';
import { javascriptScorer } from './javascript.ts';
import { jsonScorer } from './json.ts';
import { jsonPathScorer } from './json-path.ts';
import { jsonSchemaScorer } from './json-schema.ts';
import { judgeScorer } from './judge.ts';
import { levenshteinScorer } from './levenshtein.ts';
import { llmScorer } from './llm.ts';
import { maxCostScorer } from './max-cost.ts';
import { maxLatencyScorer } from './max-latency.ts';
import { maxTokensScorer } from './max-tokens.ts';
import { maxWordsScorer } from './max-words.ts';
import { meteorScorer } from './meteor.ts';
import { minWordsScorer } from './min-words.ts';
import { negate } from './negate.ts';
import { notContainsScorer } from './not-contains.ts';
import { notEndsWithScorer } from './not-ends-with.ts';
import { notEqualsScorer } from './not-equals.ts';
import { notRegexScorer } from './not-regex.ts';
import { notStartsWithScorer } from './not-starts-with.ts';
import { numberScorer } from './number.ts';
import { outputSchemaScorer } from './output-schema.ts';
import { preferScorer } from './prefer.ts';
import { ragScorer } from './rag.ts';
import { refusesScorer } from './refuses.ts';
import { regexScorer } from './regex.ts';
import { rougeScorer } from './rouge.ts';
import { scoreScorer } from './score.ts';
import { sentimentScorer } from './sentiment.ts';
import { similarScorer } from './similar.ts';
import { simulateScorer } from './simulate.ts';
import { sqlScorer } from './sql.ts';
import { startsWithScorer } from './starts-with.ts';
import { toolCallScorer } from './tool-call.ts';
import { toolCallF1Scorer } from './tool-call-f1.ts';
import { validToolCallsScorer } from './valid-tool-calls.ts';
import { wordCountScorer } from './word-count.ts';
import { xmlScorer } from './xml.ts';

const all: readonly CheckKind[] = [
  equalsScorer,
  notEqualsScorer,
  containsScorer,
  containsAnyScorer,
  notContainsScorer,
  startsWithScorer,
  notStartsWithScorer,
  endsWithScorer,
  notEndsWithScorer,
  regexScorer,
  notRegexScorer,
  jsonScorer,
  negate(jsonScorer, 'The reply is not JSON.'),
  jsonSchemaScorer,
  negate(jsonSchemaScorer, 'The reply is not JSON, or JSON that does not satisfy the schema.'),
  outputSchemaScorer,
  containsJsonScorer,
  negate(containsJsonScorer, 'The reply contains no JSON object; with a schema, none that satisfies it.'),
  jsonPathScorer,
  negate(jsonPathScorer, 'The reply is not JSON, or no value that the path selects is as given.'),
  xmlScorer,
  negate(xmlScorer, 'The reply is not well-formed XML; with paths, or lacks one of these elements.'),
  containsXmlScorer,
  negate(
    containsXmlScorer,
    'The reply contains no XML element that is closed; with paths, none with all of these elements.',
  ),
  htmlScorer,
  negate(htmlScorer, 'The reply is not HTML.'),
  containsHtmlScorer,
  negate(containsHtmlScorer, 'The reply contains no HTML.'),
  sqlScorer,
  negate(sqlScorer, 'The reply is not SQL of this dialect; with rights, or touches something else.'),
  containsSqlScorer,
  negate(containsSqlScorer, 'The reply contains no SQL of this dialect; with rights, none that keeps to them.'),
  numberScorer,
  maxWordsScorer,
  minWordsScorer,
  wordCountScorer,
  refusesScorer,
  answersScorer,
  maxTokensScorer,
  maxLatencyScorer,
  maxCostScorer,
  finishReasonScorer,
  negate(finishReasonScorer, 'The service ended the reply for another reason; of a list, for none of them.'),
  toolCallScorer,
  negate(toolCallScorer, 'The reply does not call the tool with these arguments; of a list, not all of them.'),
  validToolCallsScorer,
  toolCallF1Scorer,
  levenshteinScorer,
  rougeScorer,
  bleuScorer,
  gleuScorer,
  meteorScorer,
  fScoreScorer,
  similarScorer,
  judgeScorer,
  helpfulnessScorer,
  sentimentScorer,
  ragScorer,
  faithfulnessScorer,
  answerRelevanceScorer,
  contextRelevanceScorer,
  contextPrecisionScorer,
  contextRecallScorer,
  scoreScorer,
  javascriptScorer,
  preferScorer,
  simulateScorer,
  llmScorer,
  githubSimilarityScorer,
  githubCoherenceScorer,
  githubFluencyScorer,
  githubRelevanceScorer,
  githubGroundednessScorer,
];

/** Every check a case can name. A new one is one file here and one line above. */
export const checkKinds: CheckKinds = new Map(all.map((kind) => [kind.kind, kind]));
