import { type Step, standingOf } from "../../review/desk/list-steps.ts";
import { asksFreshSignIn, sentenceOf } from "../../review/policy.ts";
import { asSentence } from "../components/words.ts";
import { ActForm, formKey } from "./act-form.tsx";
import { DESK_FORMS } from "./desk-forms.ts";
import type { Refused } from "./refused.ts";
import type { Choices } from "./typed-field.tsx";
import { signInAddress, type Visitor } from "./visitor.ts";
import { Worded } from "./worded.tsx";

interface StepsViewProps {
  readonly slug: string;
  readonly steps: readonly Step[];
  readonly visitor: Visitor;
  readonly refused: Refused | undefined;
  readonly choices: Partial<Choices>;
}

const OBJECTS: Readonly<Record<Step["of"], string>> = {
  open: "the text under work",
  edition: "the edition in force",
  topic: "the topic",
};

/** What this person can do next; what is theirs and not yet possible, with the reasons; and what is for others or later. */
export function StepsView({ slug, steps, visitor, refused, choices }: StepsViewProps) {
  const of = (...standings: readonly string[]) => steps.filter((step) => standings.includes(standingOf(step)));
  const [possible, barred, later] = [of("possible"), of("barred"), of("not-now", "not-yours")];
  return (
    <section class="steps" aria-labelledby="next">
      <h2 id="next">What you can do next</h2>
      {possible.length + barred.length === 0 ? <p>Nothing: this text waits for others.</p> : null}
      {possible.map((step) => (
        <PossibleStep key={keyOf(step)} {...{ slug, step, visitor, refused, choices }} />
      ))}
      {barred.map((step) => (
        <div key={keyOf(step)} class="step step-barred">
          <h3>{headingOf(step)}</h3>
          <ul>
            {step.refusals.map(({ code, message, help }) => (
              <li key={code}>
                <Worded text={asSentence(message)} />{" "}
                <span class="hint">
                  <Worded text={asSentence(help)} />
                </span>
              </li>
            ))}
          </ul>
          <button type="button" class="button" disabled>
            {DESK_FORMS[step.activity].button}
          </button>
        </div>
      ))}
      {later.length === 0 ? null : (
        <details class="steps-later">
          <summary>For others, or later</summary>
          <ul>
            {later.map((step) => (
              <li key={keyOf(step)}>
                <strong>{headingOf(step)}</strong>: {sentenceOf(step.activity)}{" "}
                <span class="hint">
                  <Worded text={step.refusals.map(({ message }) => asSentence(message)).join(" ")} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PossibleStep({
  slug,
  step,
  visitor,
  refused,
  choices,
}: Omit<StepsViewProps, "steps"> & { readonly step: Step }) {
  const { activity, about, capacities } = step;
  const { meaning, fields, button } = DESK_FORMS[activity];
  const mustSignIn = asksFreshSignIn(activity) && !visitor.fresh;
  const body = mustSignIn ? (
    <p>
      <a class="button" href={signInAddress(`/desk/${slug}`, true)}>
        Show again who you are, then {button.toLowerCase()}
      </a>
    </p>
  ) : (
    <ActForm place={slug} {...{ activity, about, capacities, refused, choices }} quiet={fields.length > 0}>
      {typeof about.hash === "string" ? (
        <p class="act-hash">
          For exactly this text: <code>{about.hash}</code>
        </p>
      ) : null}
    </ActForm>
  );
  const isOpen = fields.every(({ kind }) => kind === "capacity") || refused?.activity === activity;
  return (
    <details class="step" open={isOpen} id={`step-${formKey(activity, about)}`}>
      <summary>{headingOf(step)}</summary>
      <p class="hint">{meaning}</p>
      {body}
    </details>
  );
}

function headingOf({ activity, of, about }: Step): string {
  const { button } = DESK_FORMS[activity];
  if (activity === "lift-flag") return `${button} (number ${about.flag})`;
  return of === "topic" ? button : `${button}: ${OBJECTS[of]}`;
}

function keyOf({ activity, of, about }: Step): string {
  return `${activity} ${of} ${about.flag ?? ""}`;
}
