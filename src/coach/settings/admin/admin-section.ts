import type { HomeSection } from "../../home/home-section.ts";
import { adminBlocks } from "./draw-admin.ts";
import { loadAdmin } from "./load-admin.ts";

/** For an admin, what the company goes by and what may not have arrived. */
export const adminSection: HomeSection = {
  id: "admin",
  title: (say) => say("admin.title"),
  most: { onHome: 1, onPage: 1 },
  read: async ({ ports, directory, person }, from) => {
    if (!person.roles.includes("admin") || from > 0) return { items: [], total: 0 };
    const view = await loadAdmin(ports, directory);
    return { items: [(listener) => adminBlocks(view, listener)], total: 1 };
  },
};
