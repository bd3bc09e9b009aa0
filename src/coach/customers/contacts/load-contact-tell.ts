import type { Directory } from "../../../people/directory.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import type { ContactTell } from "./contact-tells.ts";
import { drawHow } from "./draw-how.ts";

/** Reads what a tell about contacts is drawn from. Undefined when what was to be told of is gone. */
export function loadContactTell(
  _sources: CustomerSources,
  _directory: Directory,
  tell: ContactTell,
  _listener: Listener,
): Promise<Drawing | undefined> {
  switch (tell.kind) {
    case "contact-how":
      return Promise.resolve(drawHow);
    default:
      return tell.kind satisfies never;
  }
}
