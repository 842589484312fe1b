import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type Capacity, ROLES, type Role } from "../../review/model/role.ts";
import type { TypedField } from "./desk-forms.ts";
import { Worded } from "./worded.tsx";

/** What there is to choose from. */
export interface Choices {
  readonly capacities: readonly Capacity[];
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  readonly sources: readonly { readonly id: string; readonly label: string }[];
  /** Roles that the person holds now. */
  readonly roles: readonly Role[];
}

interface TypedFieldProps {
  readonly field: TypedField;
  readonly id: string;
  /** What was sent in a form that was refused. */
  readonly sent: URLSearchParams | undefined;
  readonly faults: readonly Diagnostic[];
  readonly choices: Choices;
}

/** One entry of a form with its hint and what is wrong with it. */
export function TypedFieldView(props: TypedFieldProps) {
  const { field, id, faults } = props;
  const isGroup = field.kind === "truth" || field.kind === "roles" || field.kind === "capacity";
  const notes = (
    <>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {faults.map(({ code, message, help }) => (
        <p key={code + message} class="entry-error" id={`${id}-error`}>
          <Worded text={`${message}; ${help}`} />
        </p>
      ))}
    </>
  );
  if (isGroup)
    return (
      <fieldset class="act-field">
        <legend>{field.label}</legend>
        {notes}
        <Group {...props} />
      </fieldset>
    );
  return (
    <div class="act-field">
      <label for={id}>
        {field.label}
        {field.optional === true ? <span class="hint"> (may be left open)</span> : null}
      </label>
      {notes}
      <Entry {...props} />
    </div>
  );
}

function Group({ field: { name, kind }, sent, choices }: TypedFieldProps) {
  if (kind === "roles") {
    const held = sent === undefined ? choices.roles : sent.getAll(name);
    return (
      <div class="act-choices">
        {/* Sent also when no role is ticked: to hold none is a decision too. */}
        <input type="hidden" name={name} value="" />
        {ROLES.map((role) => (
          <label key={role}>
            <input type="checkbox" name={name} value={role} checked={held.some((one) => one === role)} />{" "}
            {role.replaceAll("-", " ")}
          </label>
        ))}
      </div>
    );
  }
  const options =
    kind === "truth"
      ? ([
          ["no", "No"],
          ["yes", "Yes, I must not sign"],
        ] as const)
      : choices.capacities.map((capacity) => [capacity, `${capacity} reviewer`] as const);
  return (
    <div class="act-choices">
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            required
            checked={sent?.get(name) === value || (sent === undefined && options.length === 1)}
          />{" "}
          {label}
        </label>
      ))}
    </div>
  );
}

function Entry({ field, id, sent, faults, choices }: TypedFieldProps) {
  const { name, kind, hint } = field;
  const written = sent?.get(name) ?? "";
  const described = [hint === undefined ? "" : `${id}-hint`, faults.length === 0 ? "" : `${id}-error`];
  const shared = {
    id,
    name,
    required: field.optional !== true,
    "aria-describedby": described.join(" ").trim() || undefined,
    "aria-invalid": faults.length === 0 ? undefined : ("true" as const),
  };
  if (kind === "paragraph")
    return (
      <textarea {...shared} rows={3}>
        {written}
      </textarea>
    );
  if (kind === "line") return <input {...shared} type="text" value={written} autocomplete="off" />;
  const options =
    kind === "source"
      ? choices.sources.map(({ id: value, label }) => [value, label] as const)
      : choices.topics.map(({ slug, title }) => [slug, title] as const);
  return (
    <select {...shared}>
      {kind === "declared-for" ? <option value="all">every topic</option> : <option value="">–</option>}
      {options.map(([value, label]) => (
        <option key={value} value={value} selected={written === value}>
          {label}
        </option>
      ))}
    </select>
  );
}
