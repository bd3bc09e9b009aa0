/** The weekly message and the nudge. */
export const weekEn = {
  // The first line
  title: "Week {{week}}: {{counts}}",
  titleBoth: "Week {{week}}: {{counts}} now, {{later}} later",
  titleLater: "Week {{week}}: {{later}} later",
  titleTold: "Week {{week}}. {{told}}",
  titleNothing: "Week {{week}}: nothing is open now",
  titleWaits: "Week {{week}}: waiting {{counts}}",
  titleWaitsUntil: "Week {{week}}: put off until {{day}}, {{counts}}",
  titleClosed: "Week {{week}} is a closed week",
  titleClosedWaits: "Week {{week}} is a closed week: waiting {{counts}}",
  count: {
    actions_one: "{{number}} action",
    actions_other: "{{number}} actions",
  },

  section: {
    late: "Late",
    week: "This week",
    back: "Begin with these",
    closing: "In the closed weeks {{from}}–{{to}}",
    standingIn: "As a substitute",
    asked: "Proposed to you",
    marked: "Marked as done for you",
    later: "Later",
  },
  line: {
    notYours: "no longer yours",
    snoozed: "I come back to this on {{day}}",
    stopped: "I do not remind you of this",
    late: "{{line}} · late",
    moved: "moved, {{due}}",
    deed: "{{line}} · first step {{day}}: {{deed}}",
  },
  marked: {
    one: "Someone else marked as done: {{what}}",
    many: "Others marked {{number}} of your actions as done",
  },
  page: "{{from}}–{{to}}/{{total}}",

  // Why it came, and how to have it otherwise
  because: { actions: "you have open actions", marked: "somebody marked an action of yours as done" },
  why: "Comes on {{weekday}} at {{hour}}:00 because {{because}}.",
  whyThinned: "Comes every second week, on {{weekday}} at {{hour}}:00, because {{because}}.",
  preview: {
    title: "Preview: this is what your weekly message would say now. {{next}}",
    next: "The next one comes on {{when}}.",
    nothing: "Nothing is open now, so no weekly message would be sent. {{next}}",
    closed: "This is a closed week, so no weekly message is sent. {{next}}",
    waits: "Put off: {{counts}}, and there is nothing else to remind you of now. {{next}}",
    waitsUntil: "Put off until {{day}}: {{counts}}, and there is nothing else to remind you of now. {{next}}",
    waiting: "Waiting: {{what}}",
    nextMay: "The next one may come on {{when}}.",
    how: "Change the time with the button, or write, say, “remind me on Tuesdays at 8”.",
  },
  ask: "Shall we go on, thin out or stop?",
  askThinned: "Shall we go on or stop?",
  whyAsk: "I ask about the weekly messages because the last two were left untouched.",
  isStopped: "I send no more weekly messages. To have them back, write “resume reminders”.",

  nudge: {
    one: "Due {{day}}: {{what}}",
    many: "Due now: {{number}} actions",
    manyThings: "Due now: {{number}} things",
    why: "I remind you once, because this is due now.",
  },

  button: {
    all: "Show all ({{count}})",
    allSettled: "Show all ({{count}}, {{settled}} of them dealt with)",
    next: "Show more",
    previous: "Previous",
    time: "Change the time",
    stop: "Stop",
    weekly: "As before",
    everyWeek: "Every week",
    everySecond: "Every second week",
    goOn: "Resume reminders",
    home: "Your page",
  },
} as const;
