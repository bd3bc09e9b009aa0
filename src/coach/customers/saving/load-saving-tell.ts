import type { Directory } from "../../../people/directory.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { loadPortfolio } from "../portfolio/load-portfolio.ts";
import { drawFormula } from "./draw-formula.ts";
import { drawSaving } from "./draw-saving.ts";
import { loadSaving } from "./load-saving.ts";
import { loadPlans } from "./plans/load-plans.ts";
import type { SavingTell } from "./saving-tells.ts";

/** Reads what a tell about saving to the register is drawn from. */
export async function loadSavingTell(
  sources: CustomerSources,
  directory: Directory,
  tell: SavingTell,
  listener: Listener,
): Promise<Drawing | undefined> {
  if (tell.kind === "saving-portfolio") return loadPortfolio(sources, directory);
  if (tell.kind === "saving-plans") return loadPlans(sources, directory);
  const view = await loadSaving(sources, directory, tell.of, listener);
  if (!view) return undefined;
  return tell.kind === "saving-how" ? (who) => drawFormula(view, who) : (who) => drawSaving(view, who);
}
