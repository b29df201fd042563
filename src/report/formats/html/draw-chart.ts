import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../chart.ts';
import { shownPercent } from '../../shares.ts';
import type { RenderOptions } from '../format.ts';
import { chartOption, type Sized } from './chart-option.ts';
import { escaped } from './escape.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** For a desk and paper, and for a telephone: text in a picture does not grow with it. */
const WIDTHS = { wide: 700, narrow: 330 };

/** A picture under its title: an SVG that asks for nothing beside it, in the colours of the page. */
export function drawChart(chart: Chart, id: string, { words }: Pick<RenderOptions, 'words'>): string {
  if (chart.categories.length === 0 || chart.series.length === 0) return '';
  const written = (value: number) => {
    if (chart.unit === 'percent') return words.percent(shownPercent(value, chart.mark?.value));
    return chart.unit === 'seconds' ? words.clockDuration(Math.round(value)) : words.count(value);
  };
  const pictures = Object.entries(WIDTHS).map(([name, width]) =>
    labelled(draw(chartOption(chart, width, written), `${id}-${name}`), chart, `${id}-${name}`, name),
  );
  return `<figure><figcaption>${escaped(chart.title)}</figcaption>\n${pictures.join('')}</figure>\n`;
}

function draw({ width, height, option }: Sized, id: string): string {
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    canvas.setOption(option);
    return bare(canvas.renderToSVGString(), id);
  } finally {
    canvas.dispose();
  }
}

/**
 * Without what a content security policy forbids and what counts on from one picture to the next: style elements, which are
 * about pointers, classes, styles of an element, which become its attributes, and ids of the package’s own. Text and values are
 * escaped already.
 */
function bare(svg: string, id: string): string {
  return svg.replaceAll(/<style[\s\S]*?<\/style>\s*/g, '').replaceAll(/<[a-z][^>]*>/g, (tag) =>
    tag
      .replaceAll(
        / (?:class|ecmeta_[a-z_]+|pointer-events|xml:space|xmlns(?::xlink)?|version|baseProfile)="[^"]*"/g,
        '',
      )
      .replaceAll(/(?<=["#])zr\d+-(?=c\d+[")])/g, `${id}-`)
      .replace(/ style="([^"]*)"/, (_, declarations: string) => asAttributes(declarations)),
  );
}

function asAttributes(declarations: string): string {
  return declarations
    .split(';')
    .flatMap((declaration) => {
      const [name, value] = declaration.split(':');
      if (name === undefined || value === undefined || name.trim() === 'font-family') return [];
      return [` ${name.trim()}="${value.trim()}"`];
    })
    .join('');
}

function labelled(svg: string, { title, summary }: Chart, id: string, name: string): string {
  const said = `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(summary)}</desc>`;
  return svg
    .replace('<svg ', `<svg class="${name}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d" `)
    .replace(/(<svg [^>]*>)\s*<rect[^>]*><\/rect>/, (_, open: string) => open + said);
}
