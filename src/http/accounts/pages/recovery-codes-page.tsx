import type { Assets } from "../../assets.ts";
import { AccountFrame } from "./account-frame.tsx";

interface RecoveryCodesPageProps {
  readonly assets: Assets;
  readonly codes: readonly string[];
}

/** The codes for the day on which the authenticator is lost. They are on no other page. */
export function RecoveryCodesPage({ assets, codes }: RecoveryCodesPageProps) {
  return (
    <AccountFrame assets={assets} title="Your recovery codes">
      <p>
        Print them or write them down now: they are shown this once. Each lets you sign in one time in the place of a
        code of the authenticator.
      </p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code class="secret">{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <a class="primary" href="/account">
          I have kept them
        </a>
      </p>
    </AccountFrame>
  );
}
