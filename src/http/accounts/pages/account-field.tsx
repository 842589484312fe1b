import type { ComponentChildren } from "preact";

interface AccountFieldProps {
  readonly name: string;
  readonly label: string;
  /** What the browser and its password keeper may fill in (HTML, "Autofill"). */
  readonly autocomplete: string;
  readonly type?: "text" | "password";
  readonly value?: string;
  readonly most: number;
  readonly hint?: ComponentChildren;
}

/** One entry of a form about an account. Nothing stops anybody from pasting into it. */
export function AccountField({ name, label, autocomplete, type = "text", value, most, hint }: AccountFieldProps) {
  const hintId = `${name}-hint`;
  const entry = {
    id: name,
    name,
    value,
    autocomplete,
    autocapitalize: "none",
    spellcheck: false,
    maxLength: most,
    required: true,
    ...(hint === undefined ? {} : { "aria-describedby": hintId }),
  } as const;
  return (
    <div class="entry">
      <label for={name}>{label}</label>
      {type === "password" ? <input type="password" {...entry} /> : <input type="text" {...entry} />}
      {hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The two entries of a new password. */
export function NewPasswordFields() {
  return (
    <>
      <AccountField
        name="password"
        label="New password"
        type="password"
        autocomplete="new-password"
        most={256}
        hint="12 to 128 characters of any kind. Four or five words that do not belong together are good; a password keeper is better."
      />
      <AccountField name="repeated" label="New password again" type="password" autocomplete="new-password" most={256} />
    </>
  );
}
