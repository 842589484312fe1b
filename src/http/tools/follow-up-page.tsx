import type { NamedSet } from "../../library/model/terms.ts";
import type { FollowUpTool } from "../../library/model/tools.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { printIso } from "../../tools/calendar.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { capitalised, followUpWords } from "../components/words.ts";
import { formFields } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";
import { ENGLISH, useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";
import { AdviceInShort, Alarm } from "./advice-in-short.tsx";
import { type Anchor, datesOf, type Plan } from "./follow-up-plan.ts";
import { adviceLine, noteFooter } from "./note.ts";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { NoteText } from "./tool-parts.tsx";

export interface FollowUpPageProps extends ToolContext {
  readonly pathway: Pathway;
  readonly tool: FollowUpTool;
  readonly plans: readonly Plan[];
  readonly anchor: Anchor;
  readonly safetyNet: readonly NamedSet[];
}

/** When to look again, as dates counted from the scan, who is told what, and where it ends. */
export function FollowUpPage(props: FollowUpPageProps) {
  const { topic, state, anchor, plans, pathway } = props;
  const words = useMessages().tools.followUp;
  const isForPatient = plans.some(({ followedBy }) => followedBy.length > 0);
  // The findings stand in the address; the date does not: a date of care can tell who somebody is.
  const action = `/topics/${topic.slug}/follow-up${searchOf(state)}`;
  return (
    <ToolFrame {...props} current="follow-up" title={words.title} lede={words.lede}>
      <section class="tool-form follow-form" aria-labelledby="windows">
        <ErrorSummary fields={formFields(pathway)} state={state} />
        <Alarm answer={state.answer} bibliography={props.bibliography} />
        <form method="post" action={action} class="date-form">
          <div class="entry">
            <label for="date">{words.day0}</label>
            <div class="number-row">
              <input
                id="date"
                name="date"
                type="date"
                min="1970-01-01"
                max="2199-12-31"
                value={anchor.kind === "day" ? printIso(anchor.day) : ""}
                aria-describedby="date-hint date-error"
              />
              <button type="submit" class="primary">
                {words.show}
              </button>
              {anchor.kind === "day" ? (
                <button
                  type="submit"
                  class="button"
                  formaction={`/topics/${topic.slug}/follow-up.ics${searchOf(state)}`}
                >
                  {words.calendar}
                </button>
              ) : null}
            </div>
            <p class="hint" id="date-hint">
              {words.notKept}
            </p>
            <p class="entry-error" id="date-error">
              {anchor.kind === "wrong" ? words.notDate(<bdi>{anchor.typed}</bdi>) : null}
            </p>
          </div>
        </form>
        <h2 id="windows">{isForPatient ? words.forPatient : words.all}</h2>
        <ul class="plans">
          {plans.map((plan) => (
            <PlanView key={plan.id} plan={plan} {...props} />
          ))}
        </ul>
      </section>
      <section class="tool-result" aria-labelledby="told">
        <div class="result-head">
          <h2 id="told">{words.told}</h2>
        </div>
        <div class="tool-answer">
          <dl class="told" lang="en">
            {props.tool.tell.map(({ who, what }) => (
              <div key={who}>
                <dt>{capitalised(who)}</dt>
                <dd>{capitalised(what)}.</dd>
              </div>
            ))}
          </dl>
          {props.safetyNet.map(({ id, label, members }) => (
            <div key={id} class="safety-net" lang="en">
              <p class="label">{capitalised(label)}</p>
              <ul>
                {members.map((member) => (
                  <li key={member.id}>{capitalised(member.label)}</li>
                ))}
              </ul>
            </div>
          ))}
          <Ends {...props} />
          <AdviceInShort topic={topic} state={state} />
          <NoteText label={words.label} text={planNote(props)} />
        </div>
      </section>
    </ToolFrame>
  );
}

function PlanView({ plan, anchor, bibliography }: FollowUpPageProps & { readonly plan: Plan }) {
  const messages = useMessages();
  return (
    <li class="plan">
      <p class="plan-what">
        <span lang="en">{capitalised(plan.what)}</span>{" "}
        <CitationMarks citations={plan.cite} bibliography={bibliography} />
      </p>
      <ol class={plan.windows.length === 1 ? "one-window" : undefined}>
        {plan.windows.map((window) => (
          <li key={window.join()}>
            <strong lang="en">
              {capitalised(followUpWords({ what: plan.what, windows: [[...window]], countedFrom: plan.countedFrom }))}
            </strong>
            {anchor.kind === "day" ? <span class="plan-dates">{windowDates(window, anchor, messages)}</span> : null}
          </li>
        ))}
      </ol>
      {plan.followedBy.length === 0 ? null : (
        <p class="hint" lang="en">
          {plan.followedBy.join("; ")}
        </p>
      )}
    </li>
  );
}

function windowDates(
  window: readonly [number, number],
  anchor: Anchor & { readonly kind: "day" },
  { day, tools: { followUp } }: Messages,
): string {
  const dates = datesOf(window, anchor.day);
  const [first, last] = [printIso(dates[0]), printIso(dates[1])];
  return first === last ? day(first) : followUp.between(day(first), day(last));
}

/** What each result of the next look leads to: no loop is left open. */
function Ends({ state: { answer } }: FollowUpPageProps) {
  const { tools } = useMessages();
  const next = answer?.nextStep?.next ?? [];
  if (answer?.followUp === null || next.length === 0) return null;
  return (
    <div>
      <p class="label">{tools.followUp.ends}</p>
      <dl class="on-result">
        {next.map(({ on, step }) => (
          <div key={on}>
            <dt lang="en">If {on}</dt>
            <dd lang="en">{capitalised(step)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function planNote({ plans, anchor, state, topic, review, safetyNet, tool }: FollowUpPageProps): string {
  const lines = plans.flatMap((plan) =>
    plan.windows.map((window) => {
      const words = followUpWords({ what: plan.what, windows: [[...window]], countedFrom: plan.countedFrom });
      return `${capitalised(plan.what)}: ${words}${anchor.kind === "day" ? `, ${windowDates(window, anchor, ENGLISH.messages)}` : ""}.`;
    }),
  );
  return [
    ...lines,
    "Earlier if symptoms get worse.",
    ...tool.tell.map(({ who, what }) => `${capitalised(who)}: ${what}.`),
    ...safetyNet.map(
      ({ label, members }) => `${capitalised(label)}: ${members.map((member) => member.label).join("; ")}.`,
    ),
    ...adviceLine(state.answer),
    ...noteFooter(topic, review, state.profile),
  ].join("\n");
}
