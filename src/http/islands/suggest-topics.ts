import Combobox from "@github/combobox-nav";
import { TOPIC_NAMES, type TopicName } from "../topic-names.ts";
import { matchTopics } from "./match-topics.ts";
import { countWords, pageWords } from "./page-words.ts";

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Names the topics that fit while somebody types into an ask box. A box of one line becomes a combobox (WAI-ARIA APG, list autocomplete
 * with manual selection); a box for vignettes keeps its arrow keys, and the topics are links below it. Either way Enter asks, as without scripts.
 */
export function suggestTopics(): void {
  const known = new WeakSet<Box>();
  document.addEventListener("focusin", ({ target }) => {
    if (!isAskBox(target) || known.has(target)) return;
    known.add(target);
    suggestFor(target);
  });
}

function isAskBox(target: EventTarget | null): target is Box {
  const isBox = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isBox && target.hasAttribute("data-suggest");
}

let names: Promise<readonly TopicName[]> | undefined;

/** Fetched once, at the first visit to a box; without a network and without a copy nothing is suggested. */
function loadNames(): Promise<readonly TopicName[]> {
  names ??= fetch(TOPIC_NAMES).then(
    (reply) => (reply.ok ? reply.json() : []),
    () => [],
  );
  return names;
}

function suggestFor(box: Box): void {
  const { form } = box;
  if (form === null) return;
  const words = pageWords();
  const list = document.createElement("div");
  list.id = `${box.id}-topics`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("aria-label", words.topics);
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  box.after(list, status);
  const isCombobox = box instanceof HTMLInputElement;
  list.setAttribute("role", isCombobox ? "listbox" : "group");
  const combobox = isCombobox ? new Combobox(box, list, { tabInsertsSuggestions: false }) : undefined;

  const hide = () => {
    list.hidden = true;
    status.textContent = "";
    combobox?.stop();
  };
  const show = async () => {
    const found = matchTopics(box.value, await loadNames());
    hide();
    if (found.length === 0) return;
    list.replaceChildren(...found.map((topic) => linkTo(topic, isCombobox)));
    list.hidden = false;
    status.textContent = countWords(words.topicsFound, found.length);
    combobox?.start();
  };
  void loadNames();
  box.addEventListener("input", () => void show());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    // The first press closes the list and leaves what was typed.
    event.preventDefault();
    hide();
    box.focus();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) hide();
  });
}

function linkTo(topic: TopicName, isOption: boolean): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = topic.address;
  link.lang = "en";
  if (isOption) {
    link.setAttribute("role", "option");
    link.tabIndex = -1;
    // Focus stays in the box, or the list would close before the press is a click.
    link.addEventListener("mousedown", (event) => event.preventDefault());
  }
  const question = document.createElement("span");
  question.textContent = topic.question;
  link.append(topic.title, question);
  return link;
}
