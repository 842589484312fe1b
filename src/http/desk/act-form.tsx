import type { ComponentChildren } from "preact";
import type { Capacity } from "../../review/model/role.ts";
import type { Activity } from "../../review/policy.ts";
import { DESK_FORMS } from "./desk-forms.ts";
import { faultsOf, isOfForm, type Refused } from "./refused.ts";
import { type Choices, TypedFieldView } from "./typed-field.tsx";

interface ActFormProps {
  readonly activity: Activity;
  /** Where the act belongs: a topic, or `board`. */
  readonly place: string;
  /** Fields that are settled; they go with the form, the hash of the text it was made for among them. */
  readonly about: Readonly<Record<string, string | number>>;
  readonly refused?: Refused | undefined;
  readonly capacities?: readonly Capacity[];
  readonly choices?: Partial<Choices>;
  /** The button in other words. */
  readonly button?: string;
  /** Not the main thing to do here. */
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}

/** One act as a form that works without scripts. After a refusal it holds what was typed, each fault at its field. */
export function ActForm({
  activity,
  place,
  about,
  refused,
  capacities,
  choices,
  button,
  quiet,
  children,
}: ActFormProps) {
  const form = DESK_FORMS[activity];
  const fields = form.fields.filter(({ name }) => !Object.hasOwn(about, name));
  const key = formKey(activity, about);
  const own = isOfForm(refused, activity, about) ? refused : undefined;
  return (
    <form class="act" method="post" action={`/desk/${place}/${activity}`} id={key}>
      {Object.entries(about).map(([name, value]) =>
        // The topic stands in the address, unless the act is the board's.
        name === "topic" && place !== "board" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      {fields.map((field) => (
        <TypedFieldView
          key={field.name}
          field={field}
          id={`${key}-${field.name}`}
          sent={own?.sent}
          faults={faultsOf(own, field.name)}
          choices={{ capacities: capacities ?? [], topics: [], sources: [], roles: [], ...choices }}
        />
      ))}
      <button type="submit" class={quiet === true ? "button" : "primary"}>
        {button ?? form.button}
      </button>
    </form>
  );
}

/** A name for one form among those of a page. */
export function formKey(activity: Activity, about: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(about).map(([name, value]) => (name === "hash" ? String(value).slice(7, 15) : value));
  return [activity, ...parts].join("-").replace(/[^A-Za-z0-9-]/g, "-");
}
