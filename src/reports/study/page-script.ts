// Made from src/page by npm run docs.

/** What the page of the self-study runs. */
export const studyScript = `"use strict";
(() => {
  // src/page/element.ts
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== false) made.setAttribute(key, value === true ? "" : String(value));
    }
    put(made, children);
    return made;
  }
  function apart(text) {
    const parts = text.split(/(\\d{8}-\\d{4}|\\d\\d:\\d\\d–\\d\\d:\\d\\d)/);
    return element(
      "bdi",
      {},
      parts.map((part, place) => place % 2 === 0 ? part : element("span", { class: "whole" }, part))
    );
  }
  function button(text, look, press) {
    const made = element("button", { type: "button", class: look }, text);
    made.addEventListener("click", press);
    return made;
  }
  function goTo(target) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }
  function put(parent, children) {
    for (const child of children) {
      if (Array.isArray(child)) put(parent, child);
      else if (child !== false && child !== null) parent.append(child);
    }
  }

  // src/page/speak.ts
  function fill(text, holes) {
    return text.replace(/\\{(\\w+)\\}/g, (hole, name) => String(holes[name] ?? hole));
  }
  function many(forms, amount, locale) {
    return fill(amount === 1 ? forms.one : forms.several, { n: amount < 1e3 ? amount : amount.toLocaleString(locale) });
  }

  // src/page/rows-part.ts
  var mostOpen = 12;
  var columns = ["when", "who", "whose", "unit", "activities", "relation"];
  function rowsPart({ words }, one) {
    const { rows, more_rows } = one;
    if (one.source === "rules" && rows.length + more_rows <= 1) return [];
    const folds = one.source !== "rules";
    const explained2 = folds ? rows.filter((row) => row.explained) : [];
    const open = folds ? rows.filter((row) => !row.explained) : rows;
    const table = (caption, some) => rowTable(words.row, caption, some, one.units);
    const folded = (heading2, some) => some.length === 0 ? null : element("details", {}, element("summary", {}, heading2), table(heading2, some));
    const heading = folds ? words.case.unexplained : words.case.rows;
    const rest = open.slice(mostOpen);
    return [
      open.length === 0 ? null : table(heading, open.slice(0, mostOpen)),
      folded(many(words.case.restOfRows, rest.length, words.locale), rest),
      folded(many(words.case.explained, explained2.length, words.locale), explained2),
      more_rows === 0 ? null : element("p", { class: "small" }, many(words.case.moreRows, more_rows, words.locale))
    ];
  }
  function rowTable(heads, caption, rows, unit) {
    const known = { when: "", who: "", whose: "", unit, activities: "", relation: "" };
    const shown = columns.filter((column) => rows.some((row) => row[column] !== "" && row[column] !== known[column]));
    const table = element(
      "table",
      { class: "rows" },
      element("caption", {}, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          shown.map((column) => element("th", { scope: "col" }, heads[column]))
        )
      ),
      element(
        "tbody",
        {},
        rows.map(
          (row) => element(
            "tr",
            {},
            shown.map(
              (column) => column === "when" ? element("th", { scope: "row" }, apart(row.when)) : element("td", {}, apart(row[column]))
            )
          )
        )
      )
    );
    return element("div", { class: "wide", role: "group", "aria-label": caption, tabindex: 0 }, table);
  }

  // src/page/case-card.ts
  function caseCard(reading, one, ...below) {
    const { all, words } = reading;
    const id = headId(one);
    const head = element(
      "h3",
      { id, tabindex: -1 },
      apart(one.who),
      one.title !== "" && [", ", apart(one.title)],
      element(
        "span",
        { class: "whose" },
        element("span", { class: "unseen" }, \`\${words.case.whose}: \`),
        apart(one.whose)
      )
    );
    head.addEventListener("keydown", (event) => {
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (step !== 0 && !event.ctrlKey && !event.metaKey && !event.altKey) goToPlace(one.place + step);
    });
    return element(
      "article",
      { class: one.rows.length > 8 ? "case long" : "case", "aria-labelledby": id },
      element(
        "div",
        { class: "known" },
        element(
          "p",
          { class: "over" },
          element("span", {}, fill(words.case.place, { n: one.place, all })),
          one.priority === null ? one.source !== "rules" && element("span", { class: "priority" }, one.source === "draw" ? words.case.drawn : words.case.target) : element(
            "span",
            { class: \`priority priority-\${one.priority}\` },
            fill(words.case.priority, { n: one.priority })
          ),
          element("span", { class: "source" }, one.case_id)
        ),
        head,
        one.masked && element("p", { class: "small" }, words.case.masked),
        facts(reading, one)
      ),
      one.questions.map(
        (asked) => element(
          "section",
          { class: "asked" },
          element("h4", {}, asked.title),
          asked.sentences.map((sentence) => element("p", { class: "said" }, sentence))
        )
      ),
      (one.source === "rules" || one.against.length > 0) && against(reading, one),
      guidance(reading, one),
      rowsPart(reading, one),
      below
    );
  }
  function goToPlace(place) {
    const head = document.getElementById(\`case-\${place}\`);
    if (head) goTo(head);
  }
  function headId(one) {
    return \`case-\${one.place}\`;
  }
  function facts({ words }, one) {
    const time = span(one, words.case.span);
    const days = one.days > 1 ? \` (\${many(words.case.days, one.days, words.locale)})\` : "";
    const amounts = [
      many(words.case.lookups, one.lookups, words.locale),
      many(words.case.events, one.events, words.locale)
    ].join(", ");
    const told2 = [
      [words.case.when, [\`\${time}\${days}\`]],
      [words.case.unit, [apart(one.units)]],
      [words.case.activities, [apart(one.activities), \` (\${amounts})\`]],
      [
        words.case.relation,
        one.relation.flatMap((sentence, place) => place > 0 ? [element("br"), sentence] : [sentence])
      ]
    ];
    return element(
      "dl",
      { class: "facts" },
      told2.map(([name, fact]) => fact.length > 0 && [element("dt", {}, name), element("dd", {}, fact)])
    );
  }
  function span({ first, last }, words) {
    if (first === last) return first;
    return last.includes(" ") ? fill(words, { first, last }) : \`\${first}–\${last}\`;
  }
  function against({ words }, one) {
    const { against: heading, nothingAgainst } = words.case;
    return element(
      "section",
      { class: "against" },
      element("h4", {}, heading),
      one.against.length === 0 ? element("p", {}, nothingAgainst) : element(
        "ul",
        {},
        one.against.map((sentence) => element("li", {}, sentence))
      )
    );
  }
  function guidance({ words }, one) {
    const asks = [...new Set(one.questions.map((asked) => asked.ask))].filter((ask) => ask !== "");
    const common = [...new Set(one.questions.flatMap((asked) => asked.explanations))];
    if (asks.length + common.length === 0) return null;
    const part = (heading, texts) => texts.length === 0 ? null : element(
      "div",
      {},
      element("p", { class: "label" }, heading),
      element(
        "ul",
        {},
        texts.map((text) => element("li", {}, text))
      )
    );
    return element(
      "details",
      {},
      element("summary", {}, words.case.guidance),
      element("div", { class: "advice" }, part(words.case.ask, asks), part(words.case.explanations, common))
    );
  }

  // src/page/feedback.ts
  function stepTaken(one, verdict) {
    if (verdict === one.best) return "best";
    return one.right.includes(verdict) ? "right" : "wrong";
  }
  function feedback({ packet: packet2, study: study2 }, one, verdict) {
    const { feedback: words } = study2;
    const taken = stepTaken(one, verdict);
    const heading = element("h4", { tabindex: -1, class: taken === "wrong" ? "taken wrong" : "taken well" }, words[taken]);
    return {
      heading,
      parts: [
        heading,
        element("p", { class: "steps-told" }, stepsTold({ packet: packet2, study: study2 }, one, verdict)),
        explained(study2, one)
      ]
    };
  }
  function stepsTold({ packet: packet2, study: study2 }, one, verdict) {
    const { feedback: words } = study2;
    const name = (step) => packet2.verdicts[step].name;
    return [
      fill(words.yours, { step: name(verdict) }),
      ...verdict === one.best ? [] : [fill(words.bestIs, { step: name(one.best) })],
      ...one.right.length === 0 ? [] : [fill(words.rightToo, { steps: one.right.map(name).join(words.or) })],
      words.truths[one.truth]
    ].join(" ");
  }
  function explained({ feedback: words }, one) {
    const told2 = [
      [words.why, one.why],
      [words.look, one.look],
      [words.teaches, one.teaches]
    ];
    return element(
      "dl",
      { class: "told-of" },
      told2.map(([name, text]) => [element("dt", {}, name), element("dd", {}, text)])
    );
  }

  // src/page/learning-platform.ts
  var LearningPlatform = class {
    #api;
    #began = 0;
    #passed = false;
    /** An exercise begins, or begins anew: the platform is told once. */
    begin() {
      if (this.#api !== void 0) return;
      this.#api = findApi();
      if (!this.#tell((api) => api.LMSInitialize(""))) this.#api = void 0;
      this.#began = Date.now();
      this.#passed = this.#ask("cmi.core.lesson_status") === "passed";
      if (!this.#passed) this.#set("cmi.core.lesson_status", "incomplete");
    }
    /**
     * Whoever has passed does not lose it by practising again.
     * @returns whether a platform has taken it
     */
    report({ score, passed }) {
      if (this.#passed && !passed) return false;
      const taken = [
        this.#set("cmi.core.score.min", "0"),
        this.#set("cmi.core.score.max", "100"),
        this.#set("cmi.core.score.raw", String(score)),
        this.#set("cmi.core.lesson_status", passed ? "passed" : "failed"),
        this.#time()
      ];
      this.#passed = passed;
      return taken.every(Boolean) && this.#tell((api) => api.LMSCommit(""));
    }
    /** The page is left, with a result or before there is one. */
    end() {
      this.#time();
      this.#tell((api) => api.LMSCommit(""));
      this.#tell((api) => api.LMSFinish(""));
      this.#api = void 0;
    }
    #time() {
      return this.#set("cmi.core.session_time", timespan((Date.now() - this.#began) / 1e3));
    }
    #set(element2, value) {
      return this.#tell((api) => api.LMSSetValue(element2, value));
    }
    #ask(element2) {
      try {
        return this.#api?.LMSGetValue(element2) ?? "";
      } catch {
        return "";
      }
    }
    /** A platform that fails is none: the exercise goes on. */
    #tell(say) {
      try {
        return this.#api !== void 0 && say(this.#api) === "true";
      } catch {
        return false;
      }
    }
  };
  function findApi() {
    const opener = window.opener;
    for (const first of [window, opener]) {
      let frame = first;
      for (let steps = 0; frame !== null && steps < 8; steps += 1) {
        try {
          const { API } = frame;
          if (API !== void 0) return API;
          frame = frame.parent === frame ? null : frame.parent;
        } catch {
          frame = null;
        }
      }
    }
    return void 0;
  }
  function timespan(seconds) {
    const two = (part) => String(Math.floor(part)).padStart(2, "0");
    return \`\${String(Math.floor(seconds / 3600)).padStart(4, "0")}:\${two(seconds % 3600 / 60)}:\${two(seconds % 60)}\`;
  }

  // src/page/step-tiles.ts
  function stepTiles(verdicts, name, chosen2) {
    return Object.entries(verdicts).map(([verdict, { name: title, means }]) => {
      const radio = element("input", { type: "radio", name, value: verdict, autocomplete: "off" });
      radio.addEventListener("change", () => chosen2(verdict));
      const tile = element(
        "label",
        { class: "step" },
        radio,
        element("span", { class: "step-name" }, title),
        " ",
        element("span", { class: "small" }, means)
      );
      return { radio, tile };
    });
  }

  // src/page/study-result.ts
  var enough = { right: 0.8, accused: 1 };
  function studyResult(reading, cases2, chosen2, seconds) {
    const { study: study2 } = reading;
    const { result: words } = study2;
    const steps = cases2.map((one, place) => ({ one, verdict: chosen2[place], taken: stepTaken(one, chosen2[place]) }));
    const right = steps.filter(({ taken }) => taken !== "wrong").length;
    const unjustified = steps.filter(({ one }) => one.truth === "unjustified");
    const found = unjustified.filter(({ verdict }) => verdict === "ask" || verdict === "unjustified").length;
    const innocent = steps.filter(({ one }) => one.truth === "justified");
    const accused = innocent.filter(({ verdict }) => verdict === "unjustified").length;
    const passed = right >= cases2.length * enough.right && accused <= enough.accused;
    const heading = element("h2", { id: "result", tabindex: -1 }, words.heading);
    const of = (n, all) => all === 0 ? words.none : fill(words.of, { n, all });
    const best = steps.filter(({ taken }) => taken === "best").length;
    const figures = [
      [words.right, of(right, cases2.length), fill(words.best, { n: best })],
      [words.found, of(found, unjustified.length), ""],
      [words.accused, of(accused, innocent.length), ""],
      [words.minutes, String(Math.max(1, Math.round(seconds / 60))), ""]
    ];
    return {
      heading,
      score: Math.round(100 * right / cases2.length),
      passed,
      parts: [
        element(
          "section",
          { "aria-labelledby": "result" },
          heading,
          element("p", { class: passed ? "limit well" : "limit" }, passed ? words.passed : words.failed),
          element(
            "dl",
            { class: "numbers" },
            figures.map(
              ([name, value, note]) => element(
                "div",
                {},
                element("dt", {}, name),
                element("dd", { class: "figure" }, value),
                note !== "" && element("dd", { class: "small" }, note)
              )
            )
          ),
          element("p", {}, words.rate)
        ),
        element(
          "section",
          { "aria-labelledby": "all" },
          element("h2", { id: "all" }, words.all),
          steps.map(({ one, verdict, taken }) => answered(reading, one, verdict, taken))
        )
      ]
    };
  }
  function answered(reading, one, verdict, taken) {
    const { study: study2 } = reading;
    const { who, whose, place } = one.shown;
    const id = \`answer-\${place}\`;
    return element(
      "article",
      { class: "case answered", "aria-labelledby": id },
      element(
        "h3",
        { id },
        fill(study2.case, { n: place }),
        ": ",
        apart(who),
        element("span", { class: "whose" }, apart(whose))
      ),
      element("p", { class: taken === "wrong" ? "taken wrong" : "taken well" }, study2.feedback[taken]),
      element("p", {}, stepsTold(reading, one, verdict)),
      explained(study2, one)
    );
  }

  // src/page/study.ts
  var { cases, packet, study } = JSON.parse(document.getElementById("data")?.textContent ?? "{}");
  var platform = new LearningPlatform();
  var content = document.querySelector("#content");
  var told = element("p", { role: "status", class: "told" });
  var progress = element("progress", { max: cases.length, value: 0, "aria-label": study.progress });
  var chosen = [];
  var began = 0;
  var start = document.querySelector("#start");
  start.hidden = false;
  start.addEventListener("click", begin);
  addEventListener("pagehide", () => platform.end());
  document.body.dataset["ready"] = "true";
  function begin() {
    platform.begin();
    chosen = [];
    began = Date.now();
    document.querySelector("nav")?.remove();
    content.before(element("nav", { class: "bar", "aria-label": study.progress }, told, progress));
    count();
    show(0);
  }
  function count() {
    told.textContent = fill(study.answered, { n: chosen.length, all: cases.length });
    progress.value = chosen.length;
  }
  function show(place) {
    const one = cases[place];
    const number = one.shown.place;
    let verdict;
    const warning = element("p", { class: "warning", id: "choose-first", "aria-live": "polite" });
    const tiles = stepTiles(packet.verdicts, "step", (given) => {
      verdict = given;
      warning.textContent = "";
    });
    const answer = () => {
      if (verdict === void 0) {
        warning.textContent = study.choose.first;
        tiles[0]?.radio.focus();
        return;
      }
      chosen.push(verdict);
      count();
      const isLast = chosen.length === cases.length;
      const said = feedback({ packet, study }, one, verdict);
      const onward = button(
        isLast ? study.feedback.toResult : study.feedback.next,
        "strong",
        () => isLast ? finish() : show(place + 1)
      );
      form.replaceChildren(...said.parts, element("p", { class: "onward" }, onward));
      goTo(said.heading);
    };
    const form = element(
      "div",
      { class: "judge" },
      element("h4", { id: "choose" }, study.choose.heading),
      element(
        "fieldset",
        { class: "steps-of", "aria-describedby": "choose-first" },
        element("legend", {}, study.choose.legend),
        element(
          "div",
          { class: "grid" },
          tiles.map(({ tile }) => tile)
        )
      ),
      warning,
      element("p", { class: "onward" }, button(study.choose.button, "strong", answer))
    );
    const card = caseCard({ words: packet, all: cases.length }, one.shown, form);
    content.replaceChildren(
      element(
        "section",
        { "aria-labelledby": "now" },
        element("h2", { id: "now", class: "unseen" }, fill(study.case, { n: number })),
        card
      )
    );
    goTo(document.getElementById(\`case-\${number}\`));
  }
  function finish() {
    const seconds = (Date.now() - began) / 1e3;
    const { parts, heading, score, passed } = studyResult({ packet, study }, cases, chosen, seconds);
    const isReported = platform.report({ score, passed });
    content.replaceChildren(
      ...parts,
      ...isReported ? [element("p", { class: "small", role: "status" }, study.result.reported)] : [],
      element("p", {}, button(study.result.again, "plain", begin))
    );
    goTo(heading);
  }
})();
`
