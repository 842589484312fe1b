import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { Assets } from "../../assets.ts";
import { AccountField } from "./account-field.tsx";
import { AccountFrame } from "./account-frame.tsx";

interface SignInPageProps {
  readonly assets: Assets;
  /** A path of this site, where to go afterwards. */
  readonly next: string;
  readonly name: string;
  /** Somebody who is signed in proves it once more. */
  readonly again?: boolean;
  readonly faults?: readonly Diagnostic[];
}

/** Name, password and code on one page, so that nobody learns which of them was wrong. */
export function SignInPage({ assets, next, name, again = false, faults = [] }: SignInPageProps) {
  return (
    <AccountFrame assets={assets} title={again ? "Sign in again" : "Sign in"} faults={faults}>
      <p>
        {again
          ? "What you want to do asks for a proof that is not older than ten minutes."
          : "For members of the board. Reading needs no account."}
      </p>
      <form class="account-form" method="post" action={again ? "/account/sign-in/again" : "/account/sign-in"}>
        <input type="hidden" name="next" value={next} />
        {again ? (
          <p>
            You are <strong>{name}</strong>.
          </p>
        ) : (
          <AccountField
            name="name"
            label="Name"
            autocomplete="username"
            value={name}
            most={60}
            hint="As the record of review has it: small letters, digits and hyphens."
          />
        )}
        <AccountField name="password" label="Password" type="password" autocomplete="current-password" most={256} />
        <AccountField
          name="code"
          label="Code"
          autocomplete="one-time-code"
          most={40}
          hint="The six digits that your authenticator shows, or one of your recovery codes."
        />
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
      <p class="hint">
        Lost your password, or both the authenticator and the codes? Whoever runs this server can invite you anew.
      </p>
    </AccountFrame>
  );
}
