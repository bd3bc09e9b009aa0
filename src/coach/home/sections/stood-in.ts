import { isoDateIn } from "../../../calendar/iso-date.ts";
import { actionItem } from "../../plan/my-actions.ts";
import { dueStoodIn } from "../../week/sections/standing-in.ts";
import { type HomeSection, partOf } from "../home-section.ts";

/** What is due of those whom the person stands in for, as their weekly message tells it. */
export const stoodIn: HomeSection = {
  id: "standing-in",
  title: (say) => say("week.section.standingIn"),
  most: { onHome: 2, onPage: 5 },
  read: async (reader, from, count) => {
    const all = await dueStoodIn({ ...reader, today: isoDateIn(reader.now, reader.person.timeZone) });
    return partOf(all, from, count, (action) => actionItem(action, reader, "home"));
  },
};
