import type { Answer } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { PatientField } from "../components/patient-fields.tsx";
import { type FormField, formFields } from "../form-fields.ts";
import type { FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";

/** Questions shown with their fields; the rest waits on the topic's page. */
const ASKED_AT_ONCE = 5;

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
        {asked.map((need, at) => (
          <div class="need" key={need.feature}>
            <NeedField need={need} field={fieldOf(fields, need.feature)} reading={reading} />
            {asked[at - 1]?.why === need.why ? null : (
              <p class="hint" lang="en">
                {need.why}
              </p>
            )}
          </div>
        ))}
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

interface NeedFieldProps {
  readonly need: Answer["needs"][number];
  readonly field: FormField | undefined;
  readonly reading: FormReading;
}

function NeedField({ need, field, reading }: NeedFieldProps) {
  if (field === undefined) return <p lang="en">{need.ask}</p>;
  return <PatientField field={field} reading={reading} ask={need.ask} />;
}

function fieldOf(fields: readonly FormField[], feature: string): FormField | undefined {
  return fields.find((field) => field.name === feature || field.feature.id === feature);
}
