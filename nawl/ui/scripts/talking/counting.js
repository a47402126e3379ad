/* How a number and a step are put together from clips; the same rules as nawl/weaving/speaking/counting.py. */
function numberKeys(n) {
  const isArabic = start.language === "ar";
  if (n <= 20 || (n <= 100 && n % 10 === 0)) {
    return [String(n)];
  }
  if (n < 100) {
    const tens = n - (n % 10);
    return isArabic ? [String(n % 10), "and-" + tens] : [String(tens), String(n % 10)];
  }
  const size = n < 1000 ? 100 : 1000;
  const rest = n % size;
  const head = n < 1000 ? [String(n - rest)] : thousandKeys((n - rest) / 1000);
  if (!rest) {
    return head;
  }
  if (isArabic && rest >= 20 && rest < 100 && rest % 10 === 0) {
    return head.concat("and-" + rest);
  }
  return head.concat(isArabic || rest < 100 ? ["and"] : [], numberKeys(rest));
}

function thousandKeys(n) {
  if (n <= 2) {
    return [String(n * 1000)];
  }
  const few = start.language === "ar" && n <= 10;
  return numberKeys(n).concat(few ? "thousands" : "thousand");
}

function runKeys(run) {
  return numberKeys(run.count).concat(yarnOf(run).key);
}

/* What is said at a step: the row's number before its first, where it begins, the runs, the end after its last. */
function stepKeys(row, step, steps, isAnnounced) {
  const said = [];
  const add = (keys, voice) => keys.forEach((key) => said.push({ key: key, voice: voice || 0 }));
  const first = steps[step][0];
  if (step === 0) {
    add(["row"].concat(numberKeys(row)));
    if (isAnnounced && !first.kind) {
      add(["from-" + (choices.order === "left" ? "left" : "right")]);
    }
  }
  steps[step].forEach(function (run) {
    const voice = run.kind === "left" ? 1 : 0;
    if (run.kind === "middle") {
      add(["from-middle"]);
    } else if (run.kind === "each-side" && step === 1) {
      add(["each-side"]);
    } else if (run.kind === "right" || run.kind === "left") {
      add([run.kind], voice);
    }
    add(runKeys(run), voice);
  });
  if (step === steps.length - 1) {
    add(row === start.high ? ["end", "finished"] : ["end"]);
  }
  return said;
}
