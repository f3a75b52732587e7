import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const READS_OPTIONS = { reads: ['options'] } as const satisfies CallSpec;
const DRAWS_WITH_OPTIONS = { reads: ['figure', 'options'], writes: ['figure'] } as const satisfies CallSpec;
const DRAWS_ON_AXES = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options'],
  returns: 'matplotlib.Drawing',
  writes: ['figure'],
} as const satisfies CallSpec;
const DRAWS_WITH_BOOTSTRAP = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options', 'random.numpy'],
  returns: 'matplotlib.Drawing',
  writes: ['figure', 'random.numpy'],
} as const satisfies CallSpec;

const MAKES_GRID = {
  reads: ['figure', 'options'],
  writes: ['figure'],
  holds: [{ by: 'return', value: '*' }],
} as const satisfies CallSpec;

/** seaborn: drawing on the current figure, and global themes. */
export const seaborn = {
  module: 'seaborn',
  distribution: 'seaborn',
  url: 'https://seaborn.pydata.org/api.html',
  functions: {
    ...each(
      DRAWS_ON_AXES,
      `
        boxplot boxenplot violinplot countplot heatmap histplot kdeplot ecdfplot rugplot scatterplot residplot
        distplot
      `,
    ),
    ...each(DRAWS_WITH_BOOTSTRAP, 'lineplot barplot pointplot regplot stripplot swarmplot factorplot tsplot'),
    ...each(
      {
        reads: ['figure', 'options', 'random.numpy'],
        writes: ['figure', 'random.numpy'],
        returns: 'seaborn.Grid',
      },
      'relplot catplot displot pairplot jointplot lmplot clustermap',
    ),
    ...each(
      { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      `
        set set_theme set_style set_context reset_defaults reset_orig set_color_codes set_palette
      `,
    ),
    ...each(
      READS_OPTIONS,
      `
        axes_style plotting_context hls_palette husl_palette light_palette dark_palette diverging_palette
        blend_palette xkcd_palette cubehelix_palette mpl_palette crayon_palette
      `,
    ),
    color_palette: { reads: ['options'], aliases: ['0:palette'] },
    load_dataset: {
      reads: ['network', 'files', 'environment'],
      writes: ['network', 'files'],
      returns: 'pandas.DataFrame',
    },
    get_dataset_names: { reads: ['network'], returns: 'list' },
    despine: { reads: ['figure'], writes: ['figure'], mutates: ['*'] },
    move_legend: { mutates: ['0'], reads: ['figure'] },
    palplot: DRAWS_WITH_OPTIONS,
    desaturate: PURE,
    saturate: PURE,
    set_hls_values: PURE,
  },
  classes: {
    Grid: {
      constructor: MAKES_GRID,
      methods: {
        ...each(
          {
            mutates: ['self'],
            aliases: ['self'],
            reads: ['figure', 'options', 'random.numpy'],
            writes: ['figure', 'random.numpy'],
            calls: ['*'],
            returns: 'self',
          },
          `
            add_legend map map_dataframe map_diag map_lower map_offdiag map_upper plot plot_colors
            plot_dendrograms plot_joint plot_marginals plot_matrix refline set set_axis_labels set_titles
            set_xlabels set_xticklabels set_ylabels set_yticklabels tight_layout
          `,
        ),
        ...each(
          {
            mutates: ['self'],
            aliases: ['self'],
            reads: ['figure', 'options', 'random.numpy'],
            writes: ['figure', 'random.numpy'],
            calls: ['*'],
          },
          'apply despine dim_ratios facet_axis facet_data format_data pipe tick_params',
        ),
        savefig: { mutates: ['self'], writesFile: '0', reads: ['options'], returns: 'builtins.NoneType' },
      },
      attributes: {
        ...each(
          { returns: 'matplotlib.Drawing' },
          `
            ax axes fig figure ax_joint ax_marg_x ax_marg_y ax_heatmap ax_row_dendrogram ax_col_dendrogram
            axes_dict
          `,
        ),
        legend: { returns: 'matplotlib.Artist' },
        data: PART,
      },
    },
    FacetGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
    PairGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
    JointGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
  },
  aliases: {
    'axisgrid.FacetGrid': 'FacetGrid',
    'axisgrid.PairGrid': 'PairGrid',
    'axisgrid.JointGrid': 'JointGrid',
    'matrix.ClusterGrid': 'Grid',
  },
  onImport: { writes: ['options'] },
} as const satisfies LibrarySpec;
