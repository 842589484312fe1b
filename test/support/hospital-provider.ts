import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type OidcContext } from "oidc-provider";

const CLIENT = { client_id: "wellspring", client_secret: "secret of the client, long enough to be one" };

/** What the provider does to an ID token before it gives it out. */
export type Tampering = (token: string) => string;

/** A certified OpenID provider on a port of this machine, at which somebody is always ready to sign in. */
export class HospitalProvider {
  readonly issuer: string;
  readonly clientId = CLIENT.client_id;
  readonly secret = CLIENT.client_secret;
  /** Who signs in at the provider. */
  subject = "";
  claims: Readonly<Record<string, unknown>> = {};
  tamper: Tampering | undefined;
  readonly #server: Server;

  private constructor(server: Server, callback: string) {
    this.#server = server;
    // A server that listens on TCP has an address with a port.
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = this.#provide(callback);
    const answer = provider.callback();
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith("/interaction/")) {
        const result = { login: { accountId: this.subject } };
        void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
        return;
      }
      if (request.url === "/token" && this.tamper !== undefined) tamperWith(response, this.tamper);
      void answer(request, response);
    });
  }

  static async start(callback: string): Promise<HospitalProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new HospitalProvider(server, callback);
  }

  #provide(callback: string): Provider {
    const provider: Provider = new Provider(this.issuer, {
      clients: [
        { ...CLIENT, redirect_uris: [callback], response_types: ["code"], grant_types: ["authorization_code"] },
      ],
      cookies: { keys: ["a key of the test"] },
      jwks: { keys: [{ ...newKey().export({ format: "jwk" }), kid: "hospital", use: "sig", alg: "RS256" }] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
      claims: { openid: ["sub", "groups", "email"] },
      conformIdTokenClaims: false,
      findAccount: (_: unknown, accountId: string) => ({
        accountId,
        claims: async () => ({ sub: accountId, ...this.claims }),
      }),
      async loadExistingGrant({ oidc: { client, session } }: OidcContext) {
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope("openid");
        await grant.save();
        return grant;
      },
    });
    return provider;
  }

  /** Follows the provider's redirects as a browser would, until it sends the browser back. Gives that address. */
  async visit(from: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let url = new URL(from);
    while (url.origin === this.issuer) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(url, { redirect: "manual", headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/);
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location === null) throw new Error(`${url.href}: ${response.status} ${await response.text()}`);
      url = new URL(location, url);
    }
    return url;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Changes claims of a token and leaves its signature as it was. */
export function withClaims(token: string, change: Readonly<Record<string, unknown>>): string {
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
  return [head, encode({ ...(claims as object), ...change }), signature].join(".");
}

/** The same token as somebody else would sign it, under the name of the provider's key. */
export function signedByStranger(token: string): string {
  const [head = "", body = ""] = token.split(".");
  const signature = sign("sha256", Buffer.from(`${head}.${body}`), newKey());
  return [head, body, signature.toString("base64url")].join(".");
}

/** The same token without a signature (RFC 7515, appendix A.5). */
export function unsigned(token: string): string {
  return [encode({ alg: "none" }), token.split(".")[1], ""].join(".");
}

function newKey() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function tamperWith(response: ServerResponse, tamper: Tampering): void {
  const end = response.end.bind(response);
  response.end = ((chunk: unknown) => {
    const answer = JSON.parse(String(chunk)) as { id_token?: string };
    const body = JSON.stringify({ ...answer, id_token: tamper(answer.id_token ?? "") });
    response.setHeader("content-length", Buffer.byteLength(body));
    return end(body);
    // The overloads of `end` are not all needed here.
  }) as typeof response.end;
}
