/* <ww-chart>: draws an ECharts option with the page's own colours. The library is loaded when the first chart appears.
   In the option every "var(--ww-…)" becomes the colour of that moment, and again when light turns to dark. Functions
   cannot travel as JSON, so a formatter or renderItem is the name of one of those below. */
(() => {
  'use strict';

  const LIBRARY = 'webjars/echarts/5.3.1/dist/echarts.min.js';
  const PICTURE = { width: 720, height: 400 };
  let loading;

  const library = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(LIBRARY, document.baseURI).href;
      script.onload = () => resolve(window.echarts);
      script.onerror = () => {
        loading = undefined;
        reject(new Error('The chart library could not be loaded'));
      };
      document.head.append(script);
    });
    return loading;
  };

  const signed = (value) =>
    (value > 0 ? '+' : value < 0 ? '\u2212' : '') + Math.abs(value).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

  const functions = {
    plain: (params) => String(params.value).replace('-', '\u2212'),
    label: (params) => params.data?.text ?? params.name,
    signed: (params) => signed(Number(params.value)),
    trueMinus: (value) => String(value).replace('-', '\u2212'),
    percent: (value) => `${value}%`,

    /* One bar of a wall chart: [row, from, to, kind]; kind is plan, done, late or mark. */
    gantt: (params, api) => {
      const kind = api.value(3);
      const from = api.coord([api.value(1), api.value(0)]);
      const to = api.coord([api.value(2), api.value(0)]);
      const height = Math.min(22, api.size([0, 1])[1] * 0.4);
      if (kind === 'recognised' || kind === 'to-come') {
        const half = height * 0.45;
        return {
          type: 'polygon',
          shape: {
            points: [
              [from[0], from[1] - half],
              [from[0] + half, from[1]],
              [from[0], from[1] + half],
              [from[0] - half, from[1]],
            ],
          },
          style: api.style(),
        };
      }
      return {
        type: 'rect',
        shape: {
          x: from[0],
          y: from[1] - height / 2,
          width: Math.max(2, to[0] - from[0]),
          height,
          r: 2,
        },
        style: api.style(),
      };
    },
  };

  const FUNCTION_SLOTS = new Set(['formatter', 'renderItem']);

  class WuweiChart extends HTMLElement {
    #chart;
    #option;
    #resize = new ResizeObserver(() => this.#chart?.resize());
    #scheme = new MutationObserver(() => this.#draw());
    #system = matchMedia('(prefers-color-scheme: dark)');
    #onSystem = () => this.#draw();

    set option(option) {
      this.#option = option;
      this.#draw();
    }

    get option() {
      return this.#option;
    }

    connectedCallback() {
      this.style.display ||= 'block';
      this.#resize.observe(this);
      this.#scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style'] });
      this.#system.addEventListener('change', this.#onSystem);
      this.#draw();
    }

    disconnectedCallback() {
      this.#resize.disconnect();
      this.#scheme.disconnect();
      this.#system.removeEventListener('change', this.#onSystem);
      this.#chart?.dispose();
      this.#chart = undefined;
    }

    /* Saves the chart as it looks now, on the colour of the sheet. What is on the page is SVG, which stays sharp on a wall
       but cannot be saved as PNG: the picture is drawn once more on a canvas of its own. */
    async savePicture(name) {
      if (!this.#option) {
        return;
      }
      try {
        const echarts = await library();
        const picture = echarts.init(document.createElement('div'), undefined, {
          renderer: 'canvas',
          width: this.clientWidth || PICTURE.width,
          height: this.clientHeight || PICTURE.height,
        });
        picture.setOption(this.#resolve({ ...this.#defaults(), ...this.#option }));
        const link = document.createElement('a');
        link.download = name;
        link.href = picture.getDataURL({
          type: 'png',
          pixelRatio: 2,
          backgroundColor: this.#colour('--ww-surface'),
        });
        picture.dispose();
        link.click();
      } catch (error) {
        console.error(error);
      }
    }

    async #draw() {
      if (!this.isConnected || !this.#option || this.hidden) {
        return;
      }
      try {
        const echarts = await library();
        if (!this.isConnected) {
          return;
        }
        if (!this.#chart) {
          this.#chart = echarts.init(this, undefined, { renderer: 'svg' });
          this.#chart.on('click', (params) =>
            this.dispatchEvent(
              new CustomEvent('ww-chart-click', {
                detail: { row: params.data?.row ?? params.dataIndex ?? -1 },
              })
            )
          );
        }
        this.#chart.setOption(this.#resolve({ ...this.#defaults(), ...this.#option }), { notMerge: true });
      } catch (error) {
        console.error(error);
      }
    }

    #defaults() {
      return {
        animation: false,
        textStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 12, color: 'var(--ww-text-2)' },
      };
    }

    #colour(token) {
      const probe = document.createElement('span');
      probe.style.color = `var(${token})`;
      this.append(probe);
      const colour = getComputedStyle(probe).color;
      probe.remove();
      return colour;
    }

    #resolve(value, key) {
      if (typeof value === 'string') {
        if (FUNCTION_SLOTS.has(key) && functions[value]) {
          return functions[value];
        }
        const token = /^var\((--ww-[\w-]+)\)$/.exec(value);
        return token ? this.#colour(token[1]) : value;
      }
      if (Array.isArray(value)) {
        return value.map((item) => this.#resolve(item));
      }
      if (value && typeof value === 'object') {
        return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#resolve(item, name)]));
      }
      return value;
    }
  }

  if (!customElements.get('ww-chart')) {
    customElements.define('ww-chart', WuweiChart);
  }
})();
