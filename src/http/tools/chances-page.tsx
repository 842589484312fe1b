import type { Fact } from "../../evidence/fact.ts";
import type { ChancesTest, ChancesTool } from "../../library/model/tools.ts";
import { printFact, printFactPart } from "../../library/print/print-fact.ts";
import { PEOPLE, printShare } from "../../tools/chances.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { formFields } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";
import { ENGLISH, useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";
import { Alarm } from "./advice-in-short.tsx";
import type { ChancesReading, KnownTest } from "./chances-reading.ts";
import { noteFooter } from "./note.ts";
import { PeopleFigure } from "./people-figure.tsx";
import { RiskCurve } from "./risk-curve.tsx";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { Carried, FactLine, factCitations, NoteText } from "./tool-parts.tsx";

export interface ChancesPageProps extends ToolContext {
  readonly tool: ChancesTool;
  readonly tests: readonly ChancesTest[];
  readonly presets: readonly Fact[];
  readonly lines: readonly Fact[];
  readonly reading: ChancesReading;
}

/** From the chance before a test to the chance after it, in a thousand people. */
export function ChancesPage(props: ChancesPageProps) {
  const { topic, tool, reading, state } = props;
  const words = useMessages().tools.chances;
  return (
    <ToolFrame {...props} current="chances" title={words.title} lede={words.lede}>
      <ChancesForm {...props} />
      <section class="tool-result" aria-labelledby="result">
        <div class="result-head">
          <h2 id="result">{words.ifNegative}</h2>
          <p role="status" class="result-now" data-patient-status>
            {reading.kind === "wrong" ? words.noFigure : negativeInShort(reading, words)}
          </p>
        </div>
        <div class="tool-answer" data-patient-result>
          <Alarm answer={state.answer} bibliography={props.bibliography} />
          {reading.kind === "wrong" ? (
            <div class="error-summary" role="alert">
              <p class="label">{words.notShown}</p>
              <p>{words.wrong[reading.wrong]}</p>
            </div>
          ) : (
            <Result {...props} reading={reading} />
          )}
        </div>
      </section>
      <Presets {...props} />
      <p class="tool-note hint">
        {words.modelled(<span lang="en">{tool.condition}</span>, topic.pathway !== undefined)}
      </p>
    </ToolFrame>
  );
}

function ChancesForm(props: ChancesPageProps) {
  const { topic, tests, reading, state } = props;
  const groups = [...new Set(tests.map(({ group }) => group))];
  const { typed } = reading;
  const words = useMessages().tools.chances;
  return (
    <form class="tool-form chances-form" method="get" action={`/topics/${topic.slug}/chances`} data-patient-form>
      <div class="entry">
        <label for="test">{words.test}</label>
        <select id="test" name="test" lang="en">
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {tests
                .filter((test) => test.group === group)
                .map(({ id, label }) => (
                  <option key={id} value={id} selected={id === typed.test}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="entry slider">
        <label for="prevalence">{words.before}</label>
        <div class="slider-row">
          <input
            id="prevalence"
            name="prevalence"
            type="range"
            min="0.1"
            max="99.9"
            step="0.1"
            value={typed.prevalence}
          />
          <output for="prevalence">{typed.prevalence} %</output>
        </div>
      </div>
      <Carried
        fields={topic.pathway === undefined ? [] : formFields(topic.pathway)}
        shown={[]}
        reading={state.reading}
        profile={state.profile}
      />
      <div class="form-buttons">
        <button type="submit" class="primary">
          {words.show}
        </button>
      </div>
    </form>
  );
}

/** Prevalences of the literature as links, so that each is one press away and needs no script. */
function Presets(props: ChancesPageProps) {
  const { presets, reading, state } = props;
  const { published } = useMessages().tools.chances;
  const { typed } = reading;
  return (
    <div class="presets" id="presets" data-live>
      <ThisPatientsCategory {...props} />
      <p class="label">{published}</p>
      <ul>
        {presets.map((fact) => (
          <li key={fact.id}>
            <a
              href={searchOf(state, { test: typed.test, prevalence: String(fact.value) })}
              aria-current={typed.prevalence === String(fact.value) ? "true" : undefined}
            >
              <strong>{printFactPart(fact, "value")}</strong> <span lang="en">{fact.quantity}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was found in groups with the score of this patient, where its category is settled. */
function ThisPatientsCategory({ topic, state, reading }: ChancesPageProps) {
  const { inGroups } = useMessages().tools.chances;
  const tool = topic.tools?.score;
  const answered = state.answer?.scores.find(({ score }) => score === tool?.score);
  const settled = tool?.prevalences.find(({ scheme, stratum }) => answered?.strata[scheme] === stratum);
  const fact = settled === undefined ? undefined : topic.facts.get(settled.facts[0] ?? "");
  if (fact === undefined || Object.keys(state.reading.findings).length === 0) return null;
  const prevalence = String(fact.value);
  return (
    <>
      <p class="label">{inGroups}</p>
      <ul>
        <li>
          <a
            href={searchOf(state, { test: reading.typed.test, prevalence })}
            aria-current={reading.typed.prevalence === prevalence ? "true" : undefined}
          >
            <strong>{printFactPart(fact, "value")}</strong> <span lang="en">{fact.quantity}</span>
          </a>
        </li>
      </ul>
    </>
  );
}

function negativeInShort({ chances }: KnownTest, words: Messages["tools"]["chances"]): string {
  if (chances.missRate === undefined || chances.npv === undefined) return words.nobodyNegative;
  return words.inShort(printShare(chances.missRate), printShare(chances.npv));
}

function Result(props: ChancesPageProps & { readonly reading: KnownTest }) {
  const { reading, bibliography, topic, review, state } = props;
  const { count, tools } = useMessages();
  const words = tools.chances;
  const { chances, people, test, condition, sensitivity, specificity, bounds } = reading;
  const affected = people.found + people.missed;
  const negative = people.missed + people.cleared;
  return (
    <>
      <p class="people-words">
        {words.people({
          all: count(PEOPLE),
          affected,
          condition: <span lang="en">{condition}</span>,
          found: people.found,
          missed: people.missed,
          negative,
          positive: people.found + people.falseAlarms,
          falseAlarms: people.falseAlarms,
        })}
      </p>
      <PeopleFigure people={people} condition={condition} />
      <dl class="shares">
        <Share term={words.shares.missRate} value={chances.missRate} />
        <Share term={words.shares.npv} value={chances.npv} />
        <Share term={words.shares.ppv} value={chances.ppv} />
        <Share term={words.shares.negative} value={chances.negative} />
        <div>
          <dt>{words.missedIn(count(PEOPLE))}</dt>
          <dd>{chances.missed.times(PEOPLE).toFixed(1)}</dd>
        </div>
      </dl>
      {bounds === undefined ? null : (
        <p class="hint">{words.bounds(printShare(bounds.low), printShare(bounds.high))}</p>
      )}
      <RiskCurve reading={reading} />
      <ul class="standing">
        <li>
          {words.sensitivity} <FactLine fact={sensitivity} bibliography={bibliography} />
        </li>
        <li>
          {words.specificity} <FactLine fact={specificity} bibliography={bibliography} />
        </li>
        {props.lines.map((line) => (
          <li key={line.id}>
            <span lang="en">
              {printFact(line)}: {line.quantity}
            </span>{" "}
            <CitationMarks citations={factCitations(line)} bibliography={bibliography} />
          </li>
        ))}
      </ul>
      <NoteText
        label={words.label}
        text={[
          `${test.label}: sensitivity ${printFact(sensitivity)}, specificity ${printFact(specificity)}.`,
          `Chance before the test ${reading.typed.prevalence} %: ${negativeInShort(reading, ENGLISH.messages.tools.chances)}, PPV ${chances.ppv === undefined ? "not known" : printShare(chances.ppv)}.`,
          `In ${PEOPLE.toLocaleString("en")} people: ${people.found} found, ${people.missed} missed, ${people.falseAlarms} false alarms, ${people.cleared} cleared.`,
          ...reading.lines.map(
            ({ fact, prevalence }) =>
              `Miss rate ${printFact(fact)} is passed ${prevalence === undefined ? "at no chance before the test" : `from a chance of ${printShare(prevalence)} before the test`}.`,
          ),
          "Modelled by Bayes’ rule; a group, not one person.",
          ...noteFooter(topic, review, state.profile),
        ].join("\n")}
      />
    </>
  );
}

function Share({ term, value }: { readonly term: string; readonly value: KnownTest["chances"]["npv"] }) {
  const { nobody } = useMessages().tools.chances;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value === undefined ? nobody : printShare(value)}</dd>
    </div>
  );
}
