/** Time after the last key before the text is checked: nobody is corrected in the middle of a word. */
const PAUSE_MS = 700;
/** Time after which a comparison that is under way is asked for again. */
const WORKING_MS = 3000;
/** What is asked of the server: the buttons of the form. */
type Wish = "check" | "preview";

interface LiveCheckOptions {
  readonly form: HTMLFormElement;
  readonly written: () => string;
  /** Told of each new result, which stands on the page by then. */
  readonly onResults: (results: HTMLElement) => void;
}

/**
 * Sends the form in the background and puts what comes back below it. It is the same check that saving makes, so that what is shown
 * while somebody types is what counts. A check that is overtaken is taken back, and the server gives it up.
 */
export class LiveCheck {
  readonly #options: LiveCheckOptions;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  constructor(options: LiveCheckOptions) {
    this.#options = options;
  }

  /** After a pause; a preview that is open is kept up with. */
  soon(): void {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.now(isPreviewOpen() ? "preview" : "check", { live: "yes" }), PAUSE_MS);
  }

  async now(then: Wish, besides: Readonly<Record<string, string>> = {}): Promise<void> {
    clearTimeout(this.#pending);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const written = this.#options.written();
    say("Checking…");
    try {
      const reply = await fetch(this.#options.form.action, {
        method: "POST",
        body: this.#body(written, then, besides),
        headers: { "wellspring-part": "results" },
        signal: running.signal,
      });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      if (running.signal.aborted) return;
      this.#show(page, reply.status, written);
      const { live: _, ...again } = besides;
      if (document.querySelector("#edit-results [data-working]") !== null)
        this.#pending = setTimeout(() => void this.now("preview", again), WORKING_MS);
    } catch {
      if (!running.signal.aborted) say("The server could not be reached. What you wrote is kept in this browser.");
    }
  }

  #body(written: string, then: Wish, besides: Readonly<Record<string, string>>): URLSearchParams {
    const { form } = this.#options;
    const entry = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
    return new URLSearchParams({ hash: entry("hash"), file: entry("file"), written, then, ...besides });
  }

  #show(page: Document, status: number, written: string): void {
    const shown = document.querySelector<HTMLElement>("#edit-results");
    const come = page.querySelector<HTMLElement>("#edit-results");
    if (shown === null) return;
    if (come === null) {
      say(REFUSALS[status] ?? `The server answered with status ${status}. Nothing was saved.`);
      return;
    }
    shown.replaceWith(come);
    // Typed on meanwhile: what was found still stands, the next check is on its way.
    if (written === this.#options.written()) this.#options.onResults(come);
    say(summaryOf(come));
  }
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: "You are signed out. What you wrote is kept in this browser: load this page again, sign in, and it is put back.",
  403: "You may no longer draft a text. What you wrote is kept in this browser.",
  413: "The file is too long to be sent. Nothing was saved.",
};

function isPreviewOpen(): boolean {
  return document.querySelector("#edit-results [data-preview]") !== null;
}

/** Tells what goes on, also to those who listen. */
export function say(words: string): void {
  const status = document.querySelector("[data-edit-status]");
  if (status !== null && status.textContent !== words) status.textContent = words;
}

function summaryOf(results: HTMLElement): string {
  const all = results.querySelectorAll(".problem").length;
  const here = results.querySelectorAll(".problem[data-at]").length;
  if (results.querySelector("[data-found]") === null) return "This text could not be checked to its end: see below.";
  if (all === 0) return "Nothing is wrong with this text.";
  return `${all} ${all === 1 ? "problem" : "problems"}, ${here} in this file. F8 goes to the next, Shift and F8 to the one before.`;
}
