import { say } from '../../diagnostics/say.ts';
import type { Words } from '../../domain/diagnostic.ts';

interface Damage {
  readonly fault: Words;
  readonly hint: Words;
}

const NOTHING =
  /^(?:null|\\n|none|nil|nan|nat|n\/?a|#n\/a|#n\/d|undefined|unknown|tbd|空|无|暂无|未知|未填写?|不详|[-–—]+|\/|\?+|#null!)$/i;
/** What programs write for a date that is none. `1900/1/0` is the 0 of a spreadsheet. */
const ZERO_DATE =
  /^(?:0000[-/.]0?0[-/.]0?0|0001-01-01|1900[-/.]0?1[-/.]0?0|1899[-/.]12[-/.]3[01]|0?0[-/.]0?1[-/.]1900|0?1[-/.]0?0[-/.]1900|00\/00\/0000)(?:[ T]|$)/;

/** What a spreadsheet or a database has left of a time, and how to mend it; `undefined` for any other text. */
export function damageOf(text: string): Damage | undefined {
  if (/^#+$/.test(text)) {
    return {
      fault: say`the column was too narrow for it when the sheet was exported`,
      hint: say`Widen the column and export again: the time itself is not in this file.`,
    };
  }
  if (/^[-+]?\d(?:[.,]\d+)?E[-+]?\d+$/i.test(text)) {
    return {
      fault: say`a spreadsheet has rounded it`,
      hint: say`Export again from the source, with the column formatted as text.`,
    };
  }
  const isZero = ZERO_DATE.test(text);
  if (!isZero && !NOTHING.test(text)) {
    if (!/^#[A-Z/0!?]+$/.test(text)) return undefined;
    return { fault: say`it is a fault of the sheet`, hint: listing(text) };
  }
  return {
    fault: isZero ? say`programs write it where there is no time` : say`it says that there is none`,
    hint: listing(text),
  };
}

function listing(text: string): Words {
  return say`If it means nothing, list it: records.missing: [${JSON.stringify(text)}].`;
}
