import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { de } from "./de.tsx";
import { en, type Messages } from "./en.tsx";

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** How the language names itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  readonly messages: Messages;
}

/** Clinical texts are written and reviewed in this language. */
export const ENGLISH: Language = { tag: "en", name: "English", dir: "ltr", messages: en };

/** The languages of the interface, the first for readers of none of them. */
export const LANGUAGES: readonly Language[] = [ENGLISH, { tag: "de", name: "Deutsch", dir: "ltr", messages: de }];

/** The language in which a page is rendered, and the way to the same page in the others. */
export interface PageLanguage {
  readonly language: Language;
  readonly others: readonly { readonly language: Language; readonly href: string }[];
}

export const PageLanguageContext = createContext<PageLanguage>({ language: ENGLISH, others: [] });

/** The words of the language in which the page around the component is rendered. */
export function useMessages(): Messages {
  return useContext(PageLanguageContext).language.messages;
}
