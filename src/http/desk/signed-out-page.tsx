import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { signInAddress } from "./visitor.ts";

interface SignedOutPageProps {
  readonly assets: Assets;
  /** The form as it was sent. */
  readonly sent: URLSearchParams;
  /** Where it is sent. */
  readonly address: string;
}

/** What somebody wrote after their session had ended: theirs again, to be sent once they are signed in. */
export function SignedOutPage({ assets, sent, address }: SignedOutPageProps) {
  return (
    <Layout title="You are signed out" assets={assets} index={false} furtherStyle={assets.deskStyle}>
      <div class="desk">
        <h1>You are signed out</h1>
        <p>
          Nothing was saved. What you wrote stands below.{" "}
          <a href={signInAddress(address)} target="_blank" rel="noopener">
            Sign in in a new window
          </a>
          , come back to this one, and send it again.
        </p>
        <form class="act" method="post" action={address}>
          {["hash", "file"].map((name) => (
            <input key={name} type="hidden" name={name} value={sent.get(name) ?? ""} />
          ))}
          <div class="act-field">
            <label for="written">Text of the file</label>
            {/* HTML takes the first line break of an entry away. */}
            <textarea id="written" name="written" class="file-entry" rows={30} spellcheck={false}>
              {`\n${sent.get("written") ?? ""}`}
            </textarea>
          </div>
          <div class="act-choices">
            <button type="submit" name="then" value="check" class="primary">
              Send it again
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}
