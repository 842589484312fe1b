import type { Answer } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { PatientField } from "../components/patient-fields.tsx";
import { type FormField, formFields } from "../form-fields.ts";
import type { FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";

/** Questions with their fields; the rest waits on the topic's page. */
const ASKED_AT_ONCE = 5;
/** Of these, the best stand open; the others are one tap away, so that the bottom line is near on a phone. */
const OPEN_AT_ONCE = 2;

interface NeedsFormProps {
  readonly answer: Answer;
  readonly topic: Topic;
  readonly question: string;
  readonly profile: string | undefined;
  /** What the reader answered before: shown again, so that it is neither lost nor sent unseen. */
  readonly reading: FormReading;
}

/** What can still change the advice, each with its field. The question goes along in a box that the reader sees and can edit. */
export function NeedsForm({ answer, topic, question, profile, reading }: NeedsFormProps) {
  const words = useMessages().answer;
  const { pathway } = topic;
  if (pathway === undefined) return null;
  const fields = formFields(pathway);
  const answered = fields.filter((field) => (reading.typed.get(field.name) ?? "") !== "");
  if (answer.needs.length + answered.length === 0) return null;
  const asked = answer.needs.slice(0, ASKED_AT_ONCE);
  const more = answer.needs.length - asked.length;
  return (
    <section class="needs-form" aria-labelledby="needs-heading">
      <h2 id="needs-heading">{asked.length === 0 ? words.added : words.needed}</h2>
      {asked.length === 0 ? null : <p class="hint">{words.bestFirst}</p>}
      <form action="/ask" method="get">
        {asked.slice(0, OPEN_AT_ONCE).map((need, at) => (
          <Need key={need.feature} need={need} before={asked[at - 1]} fields={fields} reading={reading} />
        ))}
        {asked.length <= OPEN_AT_ONCE ? null : (
          <details class="needs-others">
            <summary>{words.otherNeeds(asked.length - OPEN_AT_ONCE)}</summary>
            {asked.slice(OPEN_AT_ONCE).map((need, at) => (
              <Need
                key={need.feature}
                need={need}
                before={asked[at + OPEN_AT_ONCE - 1]}
                fields={fields}
                reading={reading}
              />
            ))}
          </details>
        )}
        {answered.map((field) => (
          <PatientField key={field.name} field={field} reading={reading} />
        ))}
        {more > 0 ? <p class="hint">{words.more(more)}</p> : null}
        <details class="needs-question">
          <summary>{words.sentAlong}</summary>
          <label for="needs-q" class="visually-hidden">
            {words.question}
          </label>
          <textarea id="needs-q" name="q" rows={3} dir="auto">
            {question}
          </textarea>
        </details>
        {profile === undefined ? null : <input type="hidden" name="profile" value={profile} />}
        <button type="submit" class="primary">
          {words.update}
        </button>
      </form>
    </section>
  );
}

interface NeedProps {
  readonly need: Answer["needs"][number];
  /** The question above it: a reason that it gives is not said again. */
  readonly before: Answer["needs"][number] | undefined;
  readonly fields: readonly FormField[];
  readonly reading: FormReading;
}

function Need({ need, before, fields, reading }: NeedProps) {
  const field = fieldOf(fields, need.feature);
  return (
    <div class="need">
      {field === undefined ? (
        <p lang="en">{need.ask}</p>
      ) : (
        <PatientField field={field} reading={reading} ask={need.ask} />
      )}
      {before?.why === need.why ? null : (
        <p class="hint" lang="en">
          {need.why}
        </p>
      )}
    </div>
  );
}

function fieldOf(fields: readonly FormField[], feature: string): FormField | undefined {
  return fields.find((field) => field.name === feature || field.feature.id === feature);
}
