import { pageWords } from "./page-words.ts";

/** Time after the last change before the form is sent: long enough to type a number, short enough to feel at once. */
const PAUSE_MS = 250;

/** A slider is dragged, not typed: it waits only as long as a hand rests. */
const SLIDER_PAUSE_MS = 80;

/** Sends the patient form in the background at each change and puts the new result in place. The form itself is never touched, so focus stays. */
export function updatePatientPanelLive(): void {
  const form = document.querySelector<HTMLFormElement>("[data-patient-form]");
  const result = document.querySelector<HTMLElement>("[data-patient-result]");
  const status = document.querySelector<HTMLElement>("[data-patient-status]");
  if (form === null || result === null || status === null) return;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  const update = async (): Promise<void> => {
    running?.abort();
    const request = new AbortController();
    running = request;
    const address = addressOf(form);
    try {
      const reply = await fetch(address, { signal: request.signal, headers: { "wellspring-part": "patient" } });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      if (request.signal.aborted) return;
      replaceResult(page, result, status);
      showErrors(page, form);
      history.replaceState(null, "", address);
    } catch {
      if (!request.signal.aborted) status.textContent = pageWords().notUpdated;
    }
  };
  form.addEventListener("input", ({ target }) => {
    clearTimeout(pending);
    const isSlider = target instanceof HTMLInputElement && target.type === "range";
    if (isSlider) showValue(target);
    pending = setTimeout(() => void update(), isSlider ? SLIDER_PAUSE_MS : PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pending);
    void update().then(() => result.scrollIntoView({ block: "nearest" }));
  });
}

/** The number beside a slider follows it at once. */
function showValue(slider: HTMLInputElement): void {
  const output = slider.form?.querySelector<HTMLOutputElement>(`output[for="${slider.id}"]`);
  if (output !== null && output !== undefined) output.textContent = `${slider.value} %`;
}

/** The form's own address without the entries left empty. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value !== "") query.append(name, value);
  const url = new URL(form.action);
  return `${url.pathname}?${query}`;
}

function replaceResult(page: Document, result: HTMLElement, status: HTMLElement): void {
  const fresh = page.querySelector("[data-patient-result]");
  if (fresh === null) return;
  const open = [...result.querySelectorAll("details")].map((details) => details.open);
  result.replaceChildren(...fresh.childNodes);
  result.querySelectorAll("details").forEach((details, index) => {
    details.open = open[index] ?? details.open;
  });
  // Sources that only the advice cites are numbered after those of the article: the list grows with them.
  const references = page.querySelector(".references");
  if (references !== null) document.querySelector(".references")?.replaceWith(references);
  status.replaceChildren(...(page.querySelector("[data-patient-status]")?.childNodes ?? []));
  // Other parts of a page that say something of the patient, for instance the links that take the findings along.
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]"))
    part.replaceChildren(...(page.getElementById(part.id)?.childNodes ?? part.childNodes));
}

function showErrors(page: Document, form: HTMLFormElement): void {
  for (const error of form.querySelectorAll<HTMLElement>("[data-error]"))
    error.textContent = page.getElementById(error.id)?.textContent ?? "";
  for (const field of form.querySelectorAll("input[type=text]")) {
    const isInvalid = page.getElementById(field.id)?.getAttribute("aria-invalid") === "true";
    if (isInvalid) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}
