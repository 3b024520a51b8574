// Made from src/page by npm run docs.

/** What the reviewer's page runs. */
export const pageScript = `"use strict";
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
  function rowsPart({ words: words2 }, one) {
    const { rows, more_rows } = one;
    if (one.source === "rules" && rows.length + more_rows <= 1) return [];
    const folds = one.source !== "rules";
    const explained = folds ? rows.filter((row) => row.explained) : [];
    const open2 = folds ? rows.filter((row) => !row.explained) : rows;
    const table = (caption, some) => rowTable(words2.row, caption, some, one.units);
    const folded = (heading2, some) => some.length === 0 ? null : element("details", {}, element("summary", {}, heading2), table(heading2, some));
    const heading = folds ? words2.case.unexplained : words2.case.rows;
    const rest = open2.slice(mostOpen);
    return [
      open2.length === 0 ? null : table(heading, open2.slice(0, mostOpen)),
      folded(many(words2.case.restOfRows, rest.length, words2.locale), rest),
      folded(many(words2.case.explained, explained.length, words2.locale), explained),
      more_rows === 0 ? null : element("p", { class: "small" }, many(words2.case.moreRows, more_rows, words2.locale))
    ];
  }
  function rowTable(heads, caption, rows, unit) {
    const known2 = { when: "", who: "", whose: "", unit, activities: "", relation: "" };
    const shown = columns.filter((column) => rows.some((row) => row[column] !== "" && row[column] !== known2[column]));
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
    const { all, words: words2 } = reading;
    const id = headId(one);
    const head = element(
      "h3",
      { id, tabindex: -1 },
      apart(one.who),
      one.title !== "" && [", ", apart(one.title)],
      element(
        "span",
        { class: "whose" },
        element("span", { class: "unseen" }, \`\${words2.case.whose}: \`),
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
          element("span", {}, fill(words2.case.place, { n: one.place, all })),
          one.priority === null ? one.source !== "rules" && element("span", { class: "priority" }, one.source === "draw" ? words2.case.drawn : words2.case.target) : element(
            "span",
            { class: \`priority priority-\${one.priority}\` },
            fill(words2.case.priority, { n: one.priority })
          ),
          element("span", { class: "source" }, one.case_id)
        ),
        head,
        one.masked && element("p", { class: "small" }, words2.case.masked),
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
  function facts({ words: words2 }, one) {
    const time = span(one, words2.case.span);
    const days = one.days > 1 ? \` (\${many(words2.case.days, one.days, words2.locale)})\` : "";
    const amounts = [
      many(words2.case.lookups, one.lookups, words2.locale),
      many(words2.case.events, one.events, words2.locale)
    ].join(", ");
    const told = [
      [words2.case.when, [\`\${time}\${days}\`]],
      [words2.case.unit, [apart(one.units)]],
      [words2.case.activities, [apart(one.activities), \` (\${amounts})\`]],
      [
        words2.case.relation,
        one.relation.flatMap((sentence, place) => place > 0 ? [element("br"), sentence] : [sentence])
      ]
    ];
    return element(
      "dl",
      { class: "facts" },
      told.map(([name, fact]) => fact.length > 0 && [element("dt", {}, name), element("dd", {}, fact)])
    );
  }
  function span({ first, last }, words2) {
    if (first === last) return first;
    return last.includes(" ") ? fill(words2, { first, last }) : \`\${first}–\${last}\`;
  }
  function against({ words: words2 }, one) {
    const { against: heading, nothingAgainst } = words2.case;
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
  function guidance({ words: words2 }, one) {
    const asks = [...new Set(one.questions.map((asked) => asked.ask))].filter((ask) => ask !== "");
    const common = [...new Set(one.questions.flatMap((asked) => asked.explanations))];
    if (asks.length + common.length === 0) return null;
    const part = (heading, texts2) => texts2.length === 0 ? null : element(
      "div",
      {},
      element("p", { class: "label" }, heading),
      element(
        "ul",
        {},
        texts2.map((text) => element("li", {}, text))
      )
    );
    return element(
      "details",
      {},
      element("summary", {}, words2.case.guidance),
      element("div", { class: "advice" }, part(words2.case.ask, asks), part(words2.case.explanations, common))
    );
  }

  // src/page/bar.ts
  var mostListed = 60;
  function bar(review) {
    const { packet, words: words2 } = review;
    const all = packet.cases.length;
    const judged = /* @__PURE__ */ new Set();
    const told = element("p", { role: "status", class: "told" });
    const progress = element("progress", { max: Math.max(all, 1), value: 0, "aria-label": words2.bar.label });
    const chips = /* @__PURE__ */ new Map();
    if (all <= mostListed) {
      for (const one of packet.cases) chips.set(one, element("a", { href: \`#case-\${one.place}\` }, String(one.place)));
    }
    let place = 0;
    addEventListener("focusin", (event) => {
      const head = event.target.closest(".case")?.querySelector("h3");
      if (head) place = Number(head.id.replace("case-", ""));
    });
    const show = (one) => {
      const done = review.isJudged(one);
      if (done) judged.add(one);
      else judged.delete(one);
      const chip = chips.get(one);
      chip?.classList.toggle("done", done);
      chip?.setAttribute(
        "aria-label",
        \`\${fill(words2.case.place, { n: one.place, all })}: \${done ? words2.bar.done : words2.bar.open}\`
      );
    };
    const refresh = (changed) => {
      for (const one of changed === null ? packet.cases : [changed]) show(one);
      const text = fill(words2.bar.judged, {
        n: judged.size.toLocaleString(words2.locale),
        all: all.toLocaleString(words2.locale)
      });
      if (told.textContent !== text) told.textContent = text;
      progress.value = judged.size;
    };
    review.listen(refresh);
    refresh(null);
    const onward2 = button(words2.bar.nextOpen, "strong", () => {
      const next = review.nextOpen(place);
      if (next) goToPlace(next.place);
      else goTo(document.getElementById("save"));
    });
    return element(
      "nav",
      { class: "bar", "aria-label": words2.bar.label },
      told,
      progress,
      element(
        "div",
        { class: "ways" },
        onward2,
        button(words2.bar.previous, "plain", () => goToPlace(Math.max(1, place - 1))),
        button(words2.bar.next, "plain", () => goToPlace(Math.min(all, place + 1))),
        element("a", { href: "#save" }, words2.bar.save)
      ),
      chips.size > 0 && element(
        "ol",
        { class: "chips", "aria-label": words2.bar.list },
        [...chips.values()].map((chip) => element("li", {}, chip))
      )
    );
  }

  // src/page/answers.ts
  function blank() {
    return { verdict: "", explanation: "", comment: "", due: "", employee_answer: "", not_asked_reason: "" };
  }
  function missingIn(draft) {
    switch (draft.verdict) {
      case "":
        return "verdict";
      case "explained":
        if (draft.explanation === "") return "explanation";
        return draft.explanation === "other" && draft.comment.trim() === "" ? "comment" : void 0;
      case "ask":
        return draft.due === "" ? "due" : void 0;
      case "unjustified":
        return draft.employee_answer.trim() + draft.not_asked_reason.trim() === "" ? "hearOrSay" : void 0;
      case "undecidable":
        return draft.comment.trim() === "" ? "undecided" : void 0;
      case "mistake":
      case "not_person":
        return void 0;
    }
  }
  function answerTo(case_id, draft) {
    const { verdict } = draft;
    const only = (holds, value) => holds && value.trim() !== "" ? value : null;
    return {
      case_id,
      verdict: verdict === "" ? null : verdict,
      explanation: only(verdict === "explained", draft.explanation),
      comment: draft.comment,
      due: only(verdict === "ask", draft.due),
      employee_answer: only(verdict === "unjustified", draft.employee_answer),
      not_asked_reason: only(verdict === "unjustified", draft.not_asked_reason)
    };
  }
  function readAnswers(text, packet, words2) {
    let saved;
    try {
      saved = JSON.parse(text);
    } catch {
      return { outcome: "broken" };
    }
    if (saved?.schema !== "loggkoll/answers/1" || !Array.isArray(saved.answers)) return { outcome: "broken" };
    if (saved.packet_id !== packet.packet_id) {
      return {
        outcome: "foreign",
        other: String(saved.packet_id).replace(/[\\p{C}\\s]/gu, " ").slice(0, 60)
      };
    }
    const known2 = new Set(packet.cases.map((one) => one.case_id));
    const drafts = /* @__PURE__ */ new Map();
    let unknown = 0;
    for (const answer of saved.answers) {
      if (typeof answer?.case_id === "string" && known2.has(answer.case_id)) {
        drafts.set(answer.case_id, draftOf(answer, words2));
      } else unknown += 1;
    }
    const minutes = typeof saved.minutes === "number" && saved.minutes > 0 ? saved.minutes : 0;
    return { outcome: "read", drafts, unknown, not_party: saved.not_party === true, minutes };
  }
  function draftOf(answer, words2) {
    const text = (value) => typeof value === "string" ? value.slice(0, 4e3) : "";
    const code = (value, codes) => Object.hasOwn(codes, text(value)) ? text(value) : "";
    return {
      verdict: code(answer?.verdict, words2.verdicts),
      explanation: code(answer?.explanation, words2.explanations),
      comment: text(answer?.comment),
      due: /^\\d{4}-\\d\\d-\\d\\d$/.test(text(answer?.due)) ? text(answer?.due) : "",
      employee_answer: text(answer?.employee_answer),
      not_asked_reason: text(answer?.not_asked_reason)
    };
  }
  function weekAfter(day, today) {
    const due = later(day);
    return due >= today ? due : later(today);
  }
  function later(day) {
    return new Date(Date.parse(\`\${day}T00:00:00Z\`) + 7 * 864e5).toISOString().slice(0, 10);
  }

  // src/page/personal.ts
  function personalOf(one, notNames) {
    const shown = [one.who, one.whose, ...one.rows.flatMap((row) => [row.who, row.whose])].join(" , ").normalize("NFC");
    const words2 = shown.match(new RegExp("(?<![\\\\p{L}\\\\p{N}_-])\\\\p{Lu}\\\\p{L}+(?:[-’']\\\\p{L}+)*(?![\\\\p{L}\\\\p{N}_-])", "gu")) ?? [];
    const parts = words2.flatMap((word) => [word, ...word.split(/[-’']/)]);
    return {
      names: [...new Set(parts)].filter((name) => name.length > 1 && !notNames.includes(name)),
      numbers: [...new Set((shown.match(/[\\p{L}\\d]*\\d{6}[\\p{L}\\d+-]*/gu) ?? []).map(bare))]
    };
  }
  function nameIn(text, { names }) {
    const plain = text.normalize("NFC");
    return names.find((name) => {
      const flags = name.length > 3 ? "iu" : "u";
      return new RegExp(\`(?<!\\\\p{L})\${name.replace(/[^\\p{L}]/gu, "\\\\$&")}s?(?!\\\\p{L})\`, flags).test(plain);
    });
  }
  function hasNumber(text, { numbers }) {
    const stripped = bare(text);
    if (numbers.some((number) => stripped.includes(number.length === 12 ? number.slice(2) : number))) return true;
    for (const found of text.matchAll(/(?<!\\d)(18|19|20)?\\d\\d(\\d\\d)(\\d\\d) ?([-+‐-―−]?) ?\\d{4}(?!\\d)/g)) {
      const [all, century, month, day, sign] = found;
      const dated = Number(month) <= 12 && [Number(day), Number(day) - 60].some((one) => one >= 0 && one <= 31);
      if (dated && (century !== void 0 || sign !== "" || luhnFits(all.replace(/\\D/g, "")))) return true;
    }
    return false;
  }
  function luhnFits(ten) {
    let sum = 0;
    for (let place = 0; place < ten.length; place += 1) {
      const product = Number(ten[place]) * (place % 2 === 0 ? 2 : 1);
      sum += product > 9 ? product - 9 : product;
    }
    return sum % 10 === 0;
  }
  function bare(text) {
    return text.replace(/[^\\p{L}\\d]/gu, "").toUpperCase();
  }

  // src/page/step-tiles.ts
  function stepTiles(verdicts, name, chosen) {
    return Object.entries(verdicts).map(([verdict, { name: title, means }]) => {
      const radio = element("input", { type: "radio", name, value: verdict, autocomplete: "off" });
      radio.addEventListener("change", () => chosen(verdict));
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

  // src/page/judgement.ts
  var texts = ["comment", "employee_answer", "not_asked_reason"];
  var known = /* @__PURE__ */ new WeakMap();
  function personalIn(review, one, text) {
    if (text.trim() === "") return null;
    if (!known.has(one)) known.set(one, personalOf(one, review.words.notNames));
    const personal = known.get(one);
    if (hasNumber(text, personal)) return "number";
    const name = nameIn(text, personal);
    return name === void 0 ? null : { name };
  }
  function holdsPersonal(review, one) {
    const draft = review.draft(one);
    const saved = draft.verdict === "unjustified" ? texts : ["comment"];
    return saved.some((field) => personalIn(review, one, draft[field]) !== null);
  }
  function judgement(review, one) {
    const { words: words2, packet } = review;
    const id = \`judge-\${one.place}\`;
    const change = (given) => {
      Object.assign(review.draft(one), given);
      refill();
      review.changed(one);
    };
    const radios = stepTiles(words2.verdicts, id, (verdict) => change({ verdict, due: review.draft(one).due || due() }));
    const due = () => weekAfter(packet.prepared_on, (/* @__PURE__ */ new Date()).toLocaleDateString("sv-SE"));
    const explanation = element(
      "select",
      { id: \`\${id}-explanation\`, autocomplete: "off" },
      element("option", { value: "" }, words2.form.choose),
      Object.entries(words2.explanations).map(([value, name]) => element("option", { value }, name))
    );
    explanation.addEventListener("change", () => change({ explanation: explanation.value }));
    const date = element("input", { type: "date", id: \`\${id}-due\`, min: packet.prepared_on, autocomplete: "off" });
    date.addEventListener("change", () => change({ due: date.value }));
    const written = (field, label, hint) => {
      const own = \`\${id}-\${field}\`;
      const warning = element("p", { class: "warning", id: \`\${own}-warning\`, "aria-live": "polite" });
      const area = element("textarea", {
        id: own,
        rows: 2,
        maxlength: 4e3,
        autocomplete: "off",
        spellcheck: "false",
        writingsuggestions: "false",
        "aria-describedby": \`\${own}-warning\${hint === "" ? "" : \` \${own}-hint\`}\`
      });
      area.addEventListener("input", () => change({ [field]: area.value }));
      return {
        part: element(
          "div",
          { class: "field" },
          element("label", { for: own }, label),
          hint !== "" && element("span", { class: "small", id: \`\${own}-hint\` }, hint),
          area,
          warning
        ),
        refill: () => {
          const text = review.draft(one)[field];
          if (area.value !== text) area.value = text;
          const found = personalIn(review, one, text);
          const said2 = found === null ? "" : found === "number" ? words2.form.number : fill(words2.form.name, found);
          if (warning.textContent !== said2) warning.textContent = said2;
          area.toggleAttribute("aria-invalid", found !== null);
        }
      };
    };
    const comment = written("comment", words2.form.comment, words2.form.commentHint);
    const answer = written("employee_answer", words2.form.employeeAnswer, "");
    const notAsked = written("not_asked_reason", words2.form.notAsked, "");
    const parts = {
      explained: element(
        "div",
        { class: "field" },
        element("label", { for: explanation.id }, words2.form.explainedBy),
        explanation
      ),
      ask: element("div", { class: "field" }, element("label", { for: date.id }, words2.form.due), date),
      unjustified: element(
        "div",
        { class: "heard" },
        element("p", { class: "small" }, words2.form.hearOrSay),
        answer.part,
        notAsked.part
      )
    };
    const clear = button(words2.form.clear, "plain", () => {
      change({ verdict: "" });
      radios[0]?.radio.focus();
    });
    const fields = element(
      "fieldset",
      { class: "fields", "aria-labelledby": \`\${id}-head\` },
      element(
        "fieldset",
        { class: "steps-of" },
        element("legend", {}, words2.form.verdict),
        element(
          "div",
          { class: "grid" },
          radios.map(({ tile }) => tile)
        )
      ),
      Object.values(parts),
      comment.part,
      element("p", { class: "clear" }, clear)
    );
    const locked = element(
      "p",
      { class: "locked small" },
      words2.party.locked,
      " ",
      element("a", { href: "#not-party" }, words2.party.toLine)
    );
    function refill() {
      const draft = review.draft(one);
      for (const { radio } of radios) radio.checked = radio.value === draft.verdict;
      for (const [verdict, part] of Object.entries(parts)) part.hidden = verdict !== draft.verdict;
      explanation.value = draft.explanation;
      if (date.value !== draft.due) date.value = draft.due;
      clear.hidden = draft.verdict === "";
      for (const field of [comment, answer, notAsked]) field.refill();
      fields.disabled = !review.declared;
      locked.hidden = review.declared;
    }
    review.listen((changed) => {
      if (changed === null) refill();
    });
    refill();
    return element("div", { class: "judge" }, element("h4", { id: \`\${id}-head\` }, words2.form.heading), locked, fields);
  }
  function linkTo(review, one) {
    const link = element("a", { href: \`#case-\${one.place}\` });
    link.append(fill(review.words.case.place, { n: one.place, all: review.packet.cases.length }), " – ", apart(one.who));
    return link;
  }

  // src/page/load-part.ts
  function loadPart(review) {
    const { words: words2, packet } = review;
    const input = element("input", { type: "file", id: "load", accept: ".json,application/json" });
    const said2 = element("p", { role: "status", class: "said-of-file" });
    input.addEventListener("change", () => void load());
    async function load() {
      const file = input.files?.[0];
      if (!file) return;
      const text = file.size > 1e8 ? "" : await file.text().catch(() => "");
      input.value = "";
      const read = readAnswers(text, packet, words2);
      if (read.outcome === "broken") return say("wrong", fill(words2.load.broken, { file: review.fileName }));
      if (read.outcome === "foreign") {
        return say("wrong", fill(words2.load.foreign, { other: read.other, file: review.fileName }));
      }
      if (review.unsaved && !confirm(words2.load.replace)) return;
      review.resume(read.drafts, read.not_party, read.minutes);
      const loaded = many(words2.load.loaded, read.drafts.size, words2.locale);
      const unknown = read.unknown > 0 ? \` \${many(words2.load.unknown, read.unknown, words2.locale)}\` : "";
      say("well", loaded + unknown);
    }
    function say(look, text) {
      said2.className = \`said-of-file \${look}\`;
      said2.textContent = text;
    }
    return element("div", { class: "field load" }, element("label", { for: "load" }, words2.load.label), input, said2);
  }

  // src/page/onward.ts
  function onward(review, one) {
    const { words: words2 } = review;
    const go = button("", "quiet", () => {
      const next = review.nextOpen(one.place);
      if (next && next !== one) goToPlace(next.place);
      else goTo(document.getElementById("save"));
    });
    const say = () => {
      const next = review.nextOpen(one.place);
      go.textContent = next && next !== one ? words2.case.next : words2.case.toSave;
    };
    go.addEventListener("focus", say);
    go.addEventListener("pointerenter", say);
    say();
    return element("p", { class: "onward" }, go);
  }

  // src/page/review.ts
  var longestPause = 3 * 6e4;
  var Review = class {
    packet;
    words;
    drafts;
    /** Ticked: neither party nor next of kin. */
    declared = false;
    /** Something has changed since it was saved or loaded. */
    unsaved = false;
    /** Milliseconds that earlier sittings and this one have taken. */
    #used = 0;
    #lastTouch = 0;
    #listeners = [];
    constructor(packet, words2) {
      this.packet = packet;
      this.words = words2;
      this.drafts = new Map(packet.cases.map((one) => [one.case_id, blank()]));
    }
    /** Calls back when a case has changed, or with null when everything may have. */
    listen(listener) {
      this.#listeners.push(listener);
    }
    changed(one) {
      this.unsaved = true;
      for (const listener of this.#listeners) listener(one);
    }
    draft(one) {
      return this.drafts.get(one.case_id) ?? blank();
    }
    isJudged(one) {
      return missingIn(this.draft(one)) === void 0;
    }
    /** The first case after a place that is not judged, round to the beginning. */
    nextOpen(place) {
      const { cases } = this.packet;
      const after = cases.find((one) => one.place > place && !this.isJudged(one));
      return after ?? cases.find((one) => !this.isJudged(one));
    }
    /** The reviewer does something at an instant, in milliseconds. */
    touch(now) {
      if (this.#lastTouch > 0) this.#used += Math.min(now - this.#lastTouch, longestPause);
      this.#lastTouch = now;
    }
    /** Takes the answers of an earlier sitting in place of what is filled in. */
    resume(drafts, notParty, minutes) {
      for (const id of this.drafts.keys()) this.drafts.set(id, drafts.get(id) ?? blank());
      this.declared ||= notParty;
      this.#used += minutes * 6e4;
      this.changed(null);
      this.unsaved = false;
    }
    /** The file that is saved: ids, verdicts and comments. */
    answers(now) {
      return {
        schema: "loggkoll/answers/1",
        packet_id: this.packet.packet_id,
        control_id: this.packet.control_id,
        not_party: this.declared,
        saved_at: now.toISOString(),
        minutes: Math.round(this.#used / 6e3) / 10,
        answers: this.packet.cases.map((one) => answerTo(one.case_id, this.draft(one)))
      };
    }
    get fileName() {
      return \`svar-\${this.packet.packet_id.replace(/[^\\w.-]/g, "_")}.json\`;
    }
  };

  // src/page/save-part.ts
  var mostNamed = 40;
  function savePart(review) {
    const { words: words2, packet } = review;
    const summary = element("div", {});
    const said2 = element("p", { role: "status", class: "said-of-file" });
    const anyway = button(words2.save.anyway, "plain", () => save());
    const warned = element("div", { class: "warned", tabindex: -1, hidden: true });
    let saved = false;
    let waiting;
    const list = (of) => element(
      "ul",
      {},
      of.slice(0, mostNamed).map(([one, why]) => element("li", {}, linkTo(review, one), why === "" ? "" : \`: \${why}\`)),
      of.length > mostNamed && element("li", {}, \`… (\${of.length.toLocaleString(words2.locale)})\`)
    );
    function sumUp() {
      const left = packet.cases.flatMap((one) => {
        const missing = missingIn(review.draft(one));
        return missing === void 0 ? [] : [[one, words2.missing[missing]]];
      });
      const parts = left.length === 0 ? packet.cases.length === 0 ? [] : [element("p", {}, words2.save.ready)] : [element("p", {}, words2.save.left), list(left), element("p", {}, words2.save.partly)];
      summary.replaceChildren(...parts);
      const personal = packet.cases.filter((one) => holdsPersonal(review, one));
      if (personal.length === 0) warned.hidden = true;
      warned.replaceChildren(
        element("p", {}, words2.save.personal),
        list(personal.map((one) => [one, ""])),
        element("p", {}, anyway)
      );
      if (saved && review.unsaved) say("", words2.save.changed);
    }
    function press() {
      sumUp();
      if (!review.declared) {
        say("wrong", words2.save.notTicked);
        return goTo(document.getElementById("not-party"));
      }
      if (packet.cases.some((one) => holdsPersonal(review, one))) {
        warned.hidden = false;
        return goTo(warned);
      }
      save();
    }
    function save() {
      warned.hidden = true;
      review.touch(performance.now());
      const text = \`\${JSON.stringify(review.answers(/* @__PURE__ */ new Date()), null, 2)}
\`;
      const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      const link = element("a", { href: address, download: review.fileName });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 6e4);
      review.unsaved = false;
      saved = true;
      say("well", fill(words2.save.saved, { file: review.fileName }));
    }
    function say(look, text) {
      said2.className = \`said-of-file \${look}\`;
      said2.textContent = text;
    }
    review.listen(() => {
      clearTimeout(waiting);
      waiting = setTimeout(sumUp, 200);
    });
    sumUp();
    return element(
      "section",
      { id: "save", class: "save", tabindex: -1, "aria-labelledby": "save-head" },
      element("h2", { id: "save-head" }, words2.save.heading),
      summary,
      warned,
      element("p", {}, button(words2.save.button, "strong", press)),
      element("p", { class: "small" }, fill(words2.save.holds, { file: review.fileName })),
      said2
    );
  }

  // src/page/packet-view.ts
  var atOnce = 60;
  async function showPacket(packet, words2) {
    const review = new Review(packet, words2);
    const reading = { words: words2, all: packet.cases.length };
    const list = element("section", { id: "cases", tabindex: -1, "aria-labelledby": "cases-head" });
    list.append(element("h2", { id: "cases-head" }, words2.cases));
    if (packet.cases.length === 0) list.append(element("p", {}, words2.noCases));
    if (packet.cases.length > atOnce) list.className = "many";
    const frame = document.querySelector(".frame");
    const title = element("h1", { tabindex: -1 }, fillName(words2.title, packet.unit));
    frame.classList.remove("sealed");
    frame.replaceChildren(
      element(
        "header",
        { class: "opening" },
        element("p", { class: "mark" }, words2.confidential),
        title,
        element("p", {}, words2.introduction),
        element("p", { class: "selection" }, words2.selection)
      ),
      bar(review),
      element("main", { id: "content" }, about(review), declaration(review), list, savePart(review)),
      element(
        "footer",
        {},
        element("p", {}, \`\${words2.tool} · \${words2.confidential} · \`, caseNumber(review)),
        trail(review)
      )
    );
    const skip = document.querySelector(".skip");
    skip.href = "#cases";
    skip.textContent = words2.skipToCases;
    skip.after(element("a", { class: "skip", href: "#save" }, words2.skipToSave));
    for (const kind of ["keydown", "pointerdown", "scroll", "input"]) {
      addEventListener(kind, () => review.touch(performance.now()), { passive: true, capture: true });
    }
    addEventListener("beforeunload", (event) => {
      if (review.unsaved) event.preventDefault();
    });
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
    for (let from = 0, piece = atOnce; from < packet.cases.length; from += piece) {
      if (from > 0) {
        await new Promise((resolve) => setTimeout(resolve));
        piece = Math.min(from, 1e3);
      }
      list.append(
        ...packet.cases.slice(from, from + piece).map((one) => caseCard(reading, one, judgement(review, one), onward(review, one)))
      );
    }
    document.body.dataset["ready"] = "true";
  }
  function fillName(text, unit) {
    const [before = "", after = ""] = text.split("{unit}");
    return [before, apart(unit), after];
  }
  function about({ packet, words: words2 }) {
    const facts2 = [
      [words2.about.unit, packet.unit],
      [words2.about.period, packet.period],
      [words2.about.kind, packet.kind],
      [words2.about.reason, packet.reason],
      [words2.about.caseNumber, packet.case_number],
      [words2.about.archive, packet.archive],
      [words2.about.reviewer, packet.reviewer],
      [words2.about.prepared, packet.prepared],
      [words2.about.control, packet.control_id],
      [words2.about.packet, packet.packet_id]
    ];
    const apartFrom = [
      ...packet.outside > 0 ? [many(words2.outside, packet.outside, words2.locale)] : [],
      ...packet.elsewhere > 0 ? [many(words2.elsewhere, packet.elsewhere, words2.locale)] : []
    ];
    const figure = (name, amount, note) => element(
      "div",
      {},
      element("dt", {}, name),
      element("dd", { class: "figure" }, amount.toLocaleString(words2.locale)),
      note !== "" && element("dd", { class: "small" }, note)
    );
    return element(
      "section",
      { class: "about", "aria-labelledby": "about" },
      element("h2", { id: "about", class: "unseen" }, words2.about.packet),
      packet.notices.length > 0 && element(
        "div",
        { class: "notices" },
        element("h3", {}, words2.notices),
        element(
          "ul",
          {},
          packet.notices.map((notice) => element("li", {}, notice))
        )
      ),
      element(
        "dl",
        { class: "numbers" },
        figure(words2.amount.cases, packet.cases.length, ""),
        figure(words2.amount.minutes, packet.minutes, words2.amount.takes)
      ),
      element(
        "dl",
        { class: "facts" },
        facts2.map(([name, fact]) => fact !== null && [element("dt", {}, name), element("dd", {}, apart(fact))])
      ),
      apartFrom.length > 0 && element("p", {}, apartFrom.join(" ")),
      element("p", { class: "small" }, words2.purpose),
      element(
        "div",
        { class: "how" },
        element("h3", {}, words2.how.heading),
        element(
          "ol",
          { class: "steps" },
          words2.how.steps.map((step) => element("li", {}, step))
        )
      )
    );
  }
  function declaration(review) {
    const { party } = review.words;
    const tick = element("input", {
      type: "checkbox",
      id: "not-party",
      autocomplete: "off",
      "aria-describedby": "party-means"
    });
    tick.addEventListener("change", () => {
      review.declared = tick.checked;
      review.changed(null);
    });
    review.listen(() => tick.checked = review.declared);
    return element(
      "section",
      { class: "party", "aria-labelledby": "party" },
      element("h2", { id: "party" }, party.heading),
      element("label", { class: "tick" }, tick, element("span", {}, party.line)),
      element("p", { id: "party-means", class: "small" }, party.means),
      loadPart(review)
    );
  }
  function caseNumber({ packet, words: words2 }) {
    return packet.case_number === null ? fill("{control} {id}", { control: words2.about.control, id: packet.control_id }) : \`\${words2.about.caseNumber} \${packet.case_number}\`;
  }
  function trail({ packet, words: words2 }) {
    return element("p", { class: "hash" }, \`\${words2.about.trail}: \${packet.trail_head}\`);
  }

  // src/page/unseal.ts
  async function unseal(sealed2, passphrase2) {
    const { subtle } = globalThis.crypto;
    const text = new TextEncoder();
    const secret = await subtle.importKey("raw", text.encode(passphrase2.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
    const key = await subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(sealed2.salt), iterations: sealed2.rounds },
      secret,
      { name: "AES-GCM", length: 256 },
      false,
      ["decrypt"]
    );
    const additionalData = text.encode(JSON.stringify([sealed2.schema, sealed2.packet_id, sealed2.control_id]));
    const data = await subtle.decrypt(
      { name: "AES-GCM", iv: bytesOf(sealed2.iv), additionalData },
      key,
      bytesOf(sealed2.data)
    );
    return JSON.parse(new TextDecoder().decode(data));
  }
  function bytesOf(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
    return bytes;
  }

  // src/page/open.ts
  var { sealed, words } = JSON.parse(document.getElementById("data")?.textContent ?? "{}");
  var form = document.querySelector("#lock");
  var passphrase = form.querySelector("#passphrase");
  var said = form.querySelector("#said");
  var open = form.querySelector('[type="submit"]');
  form.hidden = false;
  passphrase.focus();
  form.querySelector("#show")?.addEventListener("change", (event) => {
    passphrase.type = event.target.checked ? "text" : "password";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void tryToOpen();
  });
  async function tryToOpen() {
    if (open.getAttribute("aria-disabled") === "true") return;
    said.className = "";
    said.textContent = words.lock.opening;
    open.setAttribute("aria-disabled", "true");
    let packet;
    try {
      if (globalThis.crypto?.subtle === void 0) return complain(words.lock.unable);
      packet = await unseal(sealed, passphrase.value);
    } catch {
      passphrase.setAttribute("aria-invalid", "true");
      passphrase.focus();
      passphrase.select();
      return complain(words.lock.wrong);
    } finally {
      open.removeAttribute("aria-disabled");
    }
    passphrase.value = "";
    await showPacket(packet, words);
  }
  function complain(text) {
    said.className = "wrong";
    said.textContent = text;
  }
})();
`
