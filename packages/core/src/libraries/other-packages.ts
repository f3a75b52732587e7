import { each } from './each.ts';
import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const ENTERS = { aliases: ['self'], returns: 'self' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;

/** A bar of tqdm: going through it uses up what it wraps. */
function progressBar(name: string): ClassSpec {
  return {
    constructor: { holds: [{ by: 'return', value: '*' }], writes: ['stdout'], returns: name },
    consumable: true,
    methods: {
      ...each(
        { mutates: ['self'], writes: ['stdout'] },
        `
          update set_description set_postfix set_postfix_str close refresh reset display clear
          set_description_str __exit__
        `,
      ),
      write: { writes: ['stdout'], returns: 'builtins.NoneType' },
      __enter__: ENTERS,
    },
    attributes: { n: PART, total: PART },
  };
}

/** Smaller packages that notebooks use. */
export const otherPackages = [
  {
    module: 'joblib',
    distribution: 'joblib',
    url: 'https://joblib.readthedocs.io/',
    functions: {
      dump: { writesFile: '1:filename', returns: 'list' },
      load: { readsFile: '0:filename' },
      delayed: HOLDS_ARGUMENTS,
      hash: TEXT,
      cpu_count: { reads: ['process'], returns: 'int' },
    },
    classes: {},
  },
  {
    module: 'tqdm',
    distribution: 'tqdm',
    url: 'https://tqdm.github.io/',
    functions: {
      ...each({ writes: ['stdout'], returns: 'tqdm.tqdm' }, 'trange auto.trange notebook.trange tnrange'),
    },
    classes: {
      tqdm: progressBar('tqdm.tqdm'),
      'auto.tqdm': progressBar('tqdm.auto.tqdm'),
      'notebook.tqdm': progressBar('tqdm.notebook.tqdm'),
      tqdm_notebook: progressBar('tqdm.tqdm_notebook'),
      'std.tqdm': progressBar('tqdm.std.tqdm'),
      'autonotebook.tqdm': progressBar('tqdm.autonotebook.tqdm'),
    },
  },
  {
    module: 'IPython',
    distribution: 'ipython',
    url: 'https://ipython.readthedocs.io/',
    functions: {
      'display.display': { writes: ['stdout'], reads: ['stdout', 'figure'] },
      'display.clear_output': { writes: ['stdout'], returns: 'builtins.NoneType' },
      'display.set_matplotlib_formats': SETS_OPTIONS,
    },
    classes: {
      ...each(
        { constructor: HOLDS_ARGUMENTS },
        `
          display.HTML display.Markdown display.Latex display.JSON display.Code display.Math display.Javascript
        `,
      ),
      'display.Image': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
      'display.SVG': { constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] } },
      'display.Audio': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
      'display.Video': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
    },
  },
  {
    module: 'yaml',
    distribution: 'pyyaml',
    url: 'https://pyyaml.org/wiki/PyYAMLDocumentation',
    functions: {
      safe_load: { mutates: ['0:stream'] },
      full_load: { mutates: ['0:stream'] },
      dump: { mutates: ['1:stream'] },
      safe_dump: { mutates: ['1:stream'] },
    },
    classes: {},
  },
  {
    module: 'statsmodels',
    distribution: 'statsmodels',
    url: 'https://www.statsmodels.org/',
    functions: {
      'api.add_constant': { aliases: ['0:data'] },
      'tools.add_constant': { aliases: ['0:data'] },
      'api.qqplot': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      'graphics.tsaplots.plot_acf': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      'graphics.tsaplots.plot_pacf': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      ...each(
        PURE,
        `
          tsa.stattools.adfuller tsa.stattools.kpss tsa.stattools.acf tsa.stattools.pacf
          stats.outliers_influence.variance_inflation_factor
        `,
      ),
    },
    classes: {
      'api.OLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.GLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.WLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Logit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Probit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.GLM': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Poisson': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.MNLogit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.RLM': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.QuantReg': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      Model: {
        methods: {
          fit: { mutates: ['self'], aliases: ['self'], writes: ['stdout'], returns: 'statsmodels.Results' },
          predict: { aliases: ['self', '*'] },
        },
        attributes: { endog: PART, exog: PART, data: PART, endog_names: FRESH, exog_names: FRESH },
        constructor: HOLDS_ARGUMENTS,
      },
      Results: {
        methods: {
          ...each(
            VIEW,
            `
              summary summary2 conf_int get_prediction get_forecast cov_params t_test f_test wald_test
            `,
          ),
          predict: { aliases: ['self', '*'] },
          forecast: { aliases: ['self', '*'] },
          plot_diagnostics: {
            reads: ['figure', 'options'],
            writes: ['figure'],
            returns: 'matplotlib.Drawing',
          },
        },
        attributes: {
          ...each(PART, 'params resid fittedvalues pvalues tvalues bse model'),
          ...each(
            FRESH,
            `
              rsquared rsquared_adj aic bic llf fvalue f_pvalue nobs mse_resid df_resid df_model scale
            `,
          ),
        },
        constructor: HOLDS_ARGUMENTS,
      },
    },
  },
] as const satisfies readonly LibrarySpec[];
