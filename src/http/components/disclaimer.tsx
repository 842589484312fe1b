/** What the product is not, on every page and every print. */
export function Disclaimer() {
  return (
    <>
      <p>
        Wellspring supports the judgement of a qualified clinician and does not replace it. It can be incomplete or
        wrong; check the sources, local policy and the patient in front of you. It gives no drug doses. In an emergency,
        follow your emergency procedure first.
      </p>
      <p>
        Questions and findings are answered on this server and not stored.{" "}
        <a href="/editorial-policy">Editorial policy</a>
        {" · "}
        <a href="/code">Look up a code</a>
        {" · "}
        <a href="/keyboard">Keyboard</a>
        {" · "}
        <a href="/feed.atom">Feed</a>
        {" · "}
        <a href="/openapi.json">API</a>
      </p>
    </>
  );
}
