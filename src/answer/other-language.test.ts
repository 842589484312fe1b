import { describe, expect, test } from "vitest";
import { loadShippedLanguage } from "../../test/support/shipped-topic.ts";
import { isInOtherLanguage } from "./other-language.ts";

const language = loadShippedLanguage();

describe("another language is not half read", () => {
  test.each([
    "Patientin, 55 Jahre, rechte Wade geschwollen und druckschmerzhaft, D-Dimere negativ, kein Krebs. Ist damit die Thrombose ausgeschlossen?",
    "Homme de 58 ans, mollet gauche douloureux et gonflé, pas de cancer. Quel examen en premier ?",
    "Paciente de 60 años con pierna hinchada y sin cáncer, ¿dímero D o ecografía para el diagnóstico?",
    "Uomo di 60 anni con gamba gonfia, senza cancro: quale esame è il primo?",
    "Боль в левой икре, подозрение на тромбоз. Какое исследование?",
    "左小腿肿块，怀疑深静脉血栓，下一步做什么检查？",
  ])("%s", (text) => {
    expect(isInOtherLanguage(text, language)).toBe(true);
  });
});

describe("English is read, whatever stands in it", () => {
  test.each([
    "58F, left calf tender along the deep veins, no cancer. Next test?",
    "LA dilated, calf swollen, DVT?",
    "The letter says 'kein Hinweis auf Thrombose'. Does that count as a negative scan of the leg?",
    "calf swollen 4cm L>R tender veins no Ca no POP",
    "D-dimer 820",
    "",
  ])("%s", (text) => {
    expect(isInOtherLanguage(text, language)).toBe(false);
  });
});
