import { fold, normalise } from "../../flow/reading/plain/normalise.ts";

const WORD =
  "(?:kiitos|kiitti|ok|okei|joo|juu|kyllä|ei|en|selvä|hyvä|no|peru|seis|thanks|thank you|yes|great|fine|stop)";
const BEGINS = new RegExp(String.raw`^${WORD}\b`, "u");
const WHOLE = new RegExp(String.raw`^(?:${WORD}[\s,.!]*)+$`, "u");

/** "Ok, laitan ne huomenna": whoever was asked for a name, this is none. */
export function beginsAsSmallTalk(text: string): boolean {
  return BEGINS.test(fold(normalise(text)));
}

/** "Ok, kiitos": whatever was asked for, this is not it. */
export function isSmallTalk(text: string): boolean {
  return WHOLE.test(fold(normalise(text)));
}
