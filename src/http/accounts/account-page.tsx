import type { SignedIn } from "../../accounts/signed-in.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";

interface AccountPageProps {
  readonly assets: Assets;
  readonly signedIn: SignedIn | undefined;
}

/** Who you are to this server. */
export function AccountPage({ assets, signedIn }: AccountPageProps) {
  return (
    <Layout title="Your account" assets={assets} index={false}>
      <div class="page page-alone">
        <h1>{signedIn === undefined ? "You are not signed in" : `You are signed in as ${signedIn.person}`}</h1>
        <p>Reading needs no account. Members of the board sign in to review.</p>
      </div>
    </Layout>
  );
}
