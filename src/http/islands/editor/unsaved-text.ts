/** Everything below is kept in this browser alone, under names that begin so. */
const PREFIX = "wellspring-unsaved ";
/** Which of them is being saved, until the page after it says that it was. */
const SAVING = "wellspring-saving";

/** Whose text of which file, written against which text of the topic. */
export interface UnsavedPlace {
  readonly person: string;
  readonly topic: string;
  readonly file: string;
  readonly hash: string;
}

/** Text that was typed and not saved. */
export interface UnsavedText {
  readonly key: string;
  readonly written: string;
}

export function keyOf({ person, topic, file, hash }: UnsavedPlace): string {
  return `${PREFIX}${JSON.stringify([person, topic, file, hash])}`;
}

/** False when the browser keeps nothing, or not so much. */
export function keepText(key: string, written: string): boolean {
  try {
    localStorage.setItem(key, written);
    return true;
  } catch {
    return false;
  }
}

export function forgetText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What a browser does not keep need not be forgotten.
  }
}

export function findText(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What the same person wrote of the same file against other texts of the topic. */
export function findEarlier(place: UnsavedPlace): readonly UnsavedText[] {
  const beginning = keyOf(place).slice(0, -JSON.stringify(place.hash).length - 1);
  return keptKeys()
    .filter((key) => key.startsWith(beginning) && key !== keyOf(place))
    .map((key) => ({ key, written: findText(key) ?? "" }));
}

/** The text is on its way; only the page that says it was recorded lets it be forgotten. */
export function beginSaving(key: string): void {
  try {
    sessionStorage.setItem(SAVING, key);
  } catch {
    // It is then offered once more, and found to be the same as what is saved.
  }
}

/** On every page: what was saved is forgotten, and at signing out everything is. */
export function forgetWhatIsDone(): void {
  if (document.querySelector("[data-recorded='draft']") !== null) {
    const saved = savingKey();
    if (saved !== undefined) forgetText(saved);
  }
  for (const form of document.querySelectorAll("form[action='/account/sign-out']"))
    form.addEventListener("submit", () => {
      for (const key of keptKeys()) forgetText(key);
    });
}

function savingKey(): string | undefined {
  try {
    const key = sessionStorage.getItem(SAVING) ?? undefined;
    sessionStorage.removeItem(SAVING);
    return key;
  } catch {
    return undefined;
  }
}

function keptKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
