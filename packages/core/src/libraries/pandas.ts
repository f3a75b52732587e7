import { each } from './each.ts';
import { PANDAS_ROWS } from './pandas-rows.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const TRUTH_PART = { returns: 'bool' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const NUMBER = { returns: 'float' } as const satisfies CallSpec;
const DICT = { returns: 'dict' } as const satisfies CallSpec;
const NOTHING = { returns: 'builtins.NoneType' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const VIEW_OF_SAME_KIND = { aliases: ['self'], returns: 'self' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;
const READS_OPTIONS = { reads: ['options'] } as const satisfies CallSpec;
const TALKS_TO_NETWORK = { reads: ['network'], writes: ['network'] } as const satisfies CallSpec;
const FRAME = { returns: 'pandas.DataFrame' } as const satisfies CallSpec;
const SERIES = { returns: 'pandas.Series' } as const satisfies CallSpec;
const TABLE = { returns: 'pandas.NDFrame' } as const satisfies CallSpec;
const INDEX = { returns: 'pandas.Index' } as const satisfies CallSpec;
const INDEX_VIEW = { aliases: ['self'], returns: 'pandas.Index' } as const satisfies CallSpec;
/** Labels are hashable: a list of them shares nothing that can change. */
const LABELS = { returns: 'builtins.list' } as const satisfies CallSpec;
const ARRAY = { returns: 'numpy.ndarray' } as const satisfies CallSpec;
const ROWS = { aliases: ['self'], returns: 'pandas.Rows' } as const satisfies CallSpec;
const LIST_VIEW = { aliases: ['self'], returns: 'builtins.list' } as const satisfies CallSpec;
const FRAME_VIEW = { aliases: ['self'], returns: 'pandas.DataFrame' } as const satisfies CallSpec;
const SERIES_VIEW = { aliases: ['self'], returns: 'pandas.Series' } as const satisfies CallSpec;
const TABLE_VIEW = { aliases: ['self'], returns: 'pandas.NDFrame' } as const satisfies CallSpec;
const SAME_KIND = { returns: 'self' } as const satisfies CallSpec;
const COPY_OR_VIEW = {
  returns: 'self',
  when: [{ aliases: ['self'], argument: ':copy', is: 'False' }],
} as const satisfies CallSpec;
const IN_PLACE_BY_REQUEST = {
  returns: 'self',
  when: [{ aliases: ['self'], argument: ':inplace', is: 'True', mutates: ['self'], returns: 'self' }],
} as const satisfies CallSpec;
const IN_PLACE_NOTHING = {
  returns: 'self',
  when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
} as const satisfies CallSpec;
const APPLIES = { calls: ['0:func'] } as const satisfies CallSpec;
const APPLIES_TO_FRAME = { calls: ['0:func'], returns: 'pandas.DataFrame' } as const satisfies CallSpec;
const PLOTS = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options'],
  returns: 'matplotlib.Drawing',
  writes: ['figure'],
} as const satisfies CallSpec;
const REDUCES_COLUMNS = {
  returns: 'pandas.Series',
  when: [
    { argument: ':axis', is: 'None', returns: '' },
    { argument: '0', is: 'None', returns: '' },
  ],
} as const satisfies CallSpec;
const SCALAR = { returns: 'pandas.Scalar' } as const satisfies CallSpec;

/** pandas: what changes a table, what may share its data, and which type comes out; true of versions 1.5 to 3. */
export const pandas = {
  module: 'pandas',
  rows: PANDAS_ROWS,
  distribution: 'pandas',
  url: 'https://pandas.pydata.org/docs/reference/',
  functions: {
    ...each(
      {
        readsFile: '0:filepath_or_buffer',
        reads: ['options'],
        returns: 'pandas.DataFrame',
        calls: [':date_parser', ':converters', ':skiprows', ':usecols', ':on_bad_lines'],
        when: [
          { argument: ':chunksize', is: '*', returns: 'pandas.TextFileReader' },
          { argument: ':chunksize', is: 'None', returns: 'pandas.DataFrame' },
          { argument: ':iterator', is: 'True', returns: 'pandas.TextFileReader' },
        ],
      },
      'read_csv read_table read_fwf',
    ),
    read_parquet: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_feather: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_orc: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_stata: { readsFile: '0:filepath_or_buffer', reads: ['options'], returns: 'pandas.DataFrame' },
    read_spss: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_xml: { readsFile: '0:path_or_buffer', reads: ['options'], returns: 'pandas.DataFrame' },
    read_excel: {
      readsFile: '0:io',
      reads: ['options'],
      returns: 'pandas.DataFrame',
      when: [
        { argument: ':sheet_name', is: '*', returns: '' },
        { argument: '1:sheet_name', is: '*', returns: '' },
      ],
    },
    read_html: { readsFile: '0:io', reads: ['options'], returns: 'builtins.list' },
    read_json: {
      readsFile: '0:path_or_buf',
      reads: ['options'],
      returns: 'pandas.DataFrame',
      when: [
        { argument: ':typ', is: '*', returns: '' },
        { argument: ':chunksize', is: '*', returns: '' },
      ],
    },
    read_pickle: { readsFile: '0:filepath_or_buffer' },
    read_sas: { readsFile: '0:filepath_or_buffer' },
    read_hdf: { readsFile: '0:path_or_buf' },
    ...each(
      {
        reads: ['environment', 'database'],
        mutates: ['1:con'],
        returns: 'pandas.DataFrame',
        when: [
          { argument: ':chunksize', is: '*', returns: 'generator', aliases: ['1:con'] },
          { argument: ':chunksize', is: 'None', returns: 'pandas.DataFrame', aliases: [] },
        ],
      },
      'read_sql read_sql_query read_sql_table',
    ),
    read_clipboard: { reads: ['process'], returns: 'pandas.DataFrame' },
    read_gbq: { reads: ['network'], writes: ['network'], returns: 'pandas.DataFrame' },
    concat: {
      returns: 'pandas.NDFrame',
      when: [
        { argument: '0:objs', has: 'pandas.DataFrame', returns: 'pandas.DataFrame' },
        { argument: ':copy', is: 'False', aliases: ['*'] },
      ],
    },
    merge: { returns: 'pandas.DataFrame', when: [{ argument: ':copy', is: 'False', aliases: ['*'] }] },
    ...each(
      FRAME,
      `
        merge_asof merge_ordered get_dummies from_dummies json_normalize pivot melt lreshape wide_to_long
      `,
    ),
    crosstab: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
    pivot_table: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
    date_range: { returns: 'pandas.DatetimeIndex' },
    bdate_range: { returns: 'pandas.DatetimeIndex' },
    period_range: INDEX,
    timedelta_range: INDEX,
    interval_range: INDEX,
    ...each(PURE, 'cut qcut factorize value_counts to_timedelta infer_freq array isna isnull notna notnull'),
    to_datetime: { aliases: ['0:arg'] },
    to_numeric: { aliases: ['0:arg'] },
    unique: { aliases: ['0:values'] },
    eval: {
      frame: 'at-sign',
      when: [{ argument: ':inplace', is: 'True', mutates: [':target'], returns: 'builtins.NoneType' }],
    },
    set_option: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    reset_option: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    set_eng_float_format: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    get_option: READS_OPTIONS,
    describe_option: { writes: ['stdout'], reads: ['options'] },
    to_pickle: { writesFile: '1:filepath_or_buffer', returns: 'builtins.NoneType' },
    'testing.assert_frame_equal': NOTHING,
    'testing.assert_series_equal': NOTHING,
    'testing.assert_index_equal': NOTHING,
    ...each(
      { returns: 'builtins.bool' },
      `
        api.types.is_numeric_dtype api.types.is_string_dtype api.types.is_object_dtype api.types.is_bool_dtype
        api.types.is_integer_dtype api.types.is_float_dtype api.types.is_datetime64_any_dtype
        api.types.is_datetime64_dtype api.types.is_categorical_dtype api.types.is_list_like
        api.types.is_dict_like api.types.is_scalar api.types.is_number api.types.is_hashable
      `,
    ),
    ...each(
      {
        reads: ['figure', 'options'],
        writes: ['figure'],
        mutates: [':ax'],
        returns: 'matplotlib.Drawing',
      },
      `
        plotting.scatter_matrix plotting.andrews_curves plotting.parallel_coordinates
        plotting.autocorrelation_plot plotting.lag_plot plotting.radviz
      `,
    ),
    'plotting.boxplot': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
    'plotting.bootstrap_plot': {
      reads: ['figure', 'options', 'random.python'],
      writes: ['figure', 'random.python'],
      mutates: ['1:fig'],
    },
    'plotting.register_matplotlib_converters': SETS_OPTIONS,
    'plotting.deregister_matplotlib_converters': SETS_OPTIONS,
  },
  classes: {
    option_context: {
      constructor: HOLDS_ARGUMENTS,
      methods: {
        ...each(
          {
            mutates: ['self'],
            reads: ['options'],
            writes: ['options'],
          },
          '__enter__ __exit__',
        ),
      },
    },
    /** What `loc` and `iloc` are; `dataflow` knows what their subscripts give. */
    ...each({ constructor: PURE }, 'Locator FrameLocator SeriesLocator CellLocator'),
    /** What `iterrows`, `itertuples` and `items` give: pairs of a label and a row, column or value. */
    Rows: { constructor: PURE, consumable: true, iterate: { returns: 'pandas.Located', aliases: ['self'] } },
    /** A part of a table: a table, a column or row, or what a cell holds. */
    Located: {
      constructor: PURE,
      others: { returns: 'pandas.Located' },
      iterate: { returns: 'pandas.Located', aliases: ['self'] },
      oneOf: ['pandas.DataFrame', 'pandas.Series', 'builtins.Plain'],
    },
    /** What `values` gives of a column or index: an array, or an extension array. */
    Values: { constructor: PURE, oneOf: ['numpy.ndarray'], element: 'builtins.Plain' },
    NDFrame: {
      oneOf: ['pandas.DataFrame', 'pandas.Series'],
      mixed: 'pandas.Located',
      element: 'builtins.Plain',
      methods: {
        ...each(
          SAME_KIND,
          `
            abs add slice_shift tshift add_prefix add_suffix at_time between_time cummax cummin cumprod cumsum
            describe diff div divide eq floordiv ge gt isin isna isnull le lt mod mul multiply ne notna notnull
            pct_change pow radd rank rdiv rfloordiv rmod rmul round rpow rsub rtruediv shift sub subtract
            truediv truncate nlargest nsmallest explode take asfreq
          `,
        ),
        bool: TRUTH,
        ...each(
          PURE,
          `
            first_valid_index last_valid_index asof all any count idxmax idxmin kurt kurtosis max mean median
            min prod product quantile sem skew std sum var nunique mode value_counts compare dot memory_usage
            to_dict to_xarray
          `,
        ),
        equals: TRUTH,
        combine: { calls: ['*'], returns: 'self' },
        combine_first: { calls: ['*'], returns: 'self' },
        ...each(
          VIEW_OF_SAME_KIND,
          `
            first last head tail swapaxes transpose reorder_levels swaplevel filter droplevel reindex
            reindex_like infer_objects convert_dtypes set_flags set_axis tz_convert tz_localize to_period
            to_timestamp
          `,
        ),
        ...each(VIEW, 'xs squeeze to_numpy get __array__ align'),
        items: ROWS,
        iteritems: ROWS,
        copy: {
          returns: 'self',
          when: [
            { argument: ':deep', is: 'False', aliases: ['self'] },
            { argument: '0', is: 'False', aliases: ['self'] },
          ],
        },
        astype: COPY_OR_VIEW,
        ...each(IN_PLACE_BY_REQUEST, 'replace ffill bfill interpolate fillna pad backfill clip'),
        ...each(
          {
            returns: 'self',
            when: [
              { argument: ':inplace', is: 'True', mutates: ['self'], aliases: ['self'], returns: 'self' },
            ],
            calls: ['0:cond', '1:other'],
          },
          'where mask',
        ),
        ...each(IN_PLACE_NOTHING, 'drop dropna rename_axis drop_duplicates'),
        ...each(
          {
            returns: 'self',
            calls: [':key'],
            when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          },
          'sort_index sort_values',
        ),
        rename: {
          returns: 'self',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          calls: ['0:mapper', '0:index', ':columns'],
        },
        reset_index: {
          returns: 'pandas.NDFrame',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        apply: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        transform: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        agg: APPLIES,
        aggregate: APPLIES,
        pipe: { calls: ['0:func'], aliases: ['self', '*'] },
        map: APPLIES,
        sample: { returns: 'self', random: { seed: ':random_state', resource: 'random.numpy' } },
        pop: CHANGES_AND_SHARES,
        update: CHANGES_ONLY,
        groupby: {
          returns: 'pandas.GroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        rolling: { returns: 'pandas.Rolling', aliases: ['self'] },
        expanding: { returns: 'pandas.Rolling', aliases: ['self'] },
        ewm: { returns: 'pandas.Rolling', aliases: ['self'] },
        resample: { returns: 'pandas.GroupBy', aliases: ['self'] },
        to_csv: { writesFile: '0:path_or_buf', reads: ['options'] },
        to_json: { writesFile: '0:path_or_buf' },
        to_excel: { writesFile: '0:excel_writer' },
        to_pickle: { writesFile: '0:path' },
        to_hdf: { writesFile: '0:path_or_buf' },
        to_latex: { writesFile: '0:buf', reads: ['options'] },
        to_markdown: { writesFile: '0:buf', reads: ['options'] },
        to_string: { writesFile: '0:buf', reads: ['options'] },
        to_sql: { writes: ['database'], mutates: ['1:con'] },
        to_clipboard: { writes: ['process'], returns: 'builtins.NoneType' },
        hist: PLOTS,
        info: {
          writes: ['stdout'],
          reads: ['options'],
          mutates: [':buf', '1:buf'],
          returns: 'builtins.NoneType',
        },
        __setitem__: CHANGES,
        __delitem__: CHANGES,
      },
      attributes: {
        index: { returns: 'pandas.Index' },
        values: { returns: 'pandas.Values' },
        attrs: PART,
        flags: PART,
        axes: PART,
        shape: { returns: 'tuple', fresh: true },
        ndim: NUMBER_PART,
        size: FRESH,
        empty: TRUTH_PART,
        plot: { returns: 'pandas.PlotAccessor' },
        loc: { returns: 'pandas.Locator' },
        iloc: { returns: 'pandas.Locator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    DataFrame: {
      bases: ['pandas.NDFrame'],
      constructor: {
        aliases: ['*'],
        returns: 'pandas.DataFrame',
        when: [{ argument: '0:data', is: '{…}', aliases: [] }],
      },
      methods: {
        ...each(
          REDUCES_COLUMNS,
          'all any kurt kurtosis max mean median min prod product sem skew std sum var',
        ),
        quantile: TABLE,
        agg: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        aggregate: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        ...each(
          FRAME,
          `
            melt merge pivot corr cov compare mode describe nlargest nsmallest isna isnull notna notnull join
            append
          `,
        ),
        applymap: APPLIES_TO_FRAME,
        map: APPLIES_TO_FRAME,
        pivot_table: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
        assign: { returns: 'pandas.DataFrame', calls: ['*'] },
        stack: TABLE_VIEW,
        unstack: TABLE_VIEW,
        select_dtypes: FRAME_VIEW,
        set_index: IN_PLACE_NOTHING,
        reset_index: {
          returns: 'pandas.DataFrame',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        query: {
          returns: 'pandas.DataFrame',
          frame: 'at-sign',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        eval: {
          frame: 'at-sign',
          aliases: ['self'],
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        groupby: {
          returns: 'pandas.DataFrameGroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        resample: { returns: 'pandas.DataFrameGroupBy', aliases: ['self'] },
        ...each(SERIES, 'duplicated nunique count idxmax idxmin memory_usage value_counts corrwith'),
        insert: CHANGES_ONLY,
        isetitem: CHANGES_ONLY,
        pop: { mutates: ['self'], aliases: ['self'], returns: 'pandas.Series' },
        ...each(ROWS, 'iterrows itertuples items iteritems'),
        keys: { aliases: ['self'], returns: 'pandas.Index' },
        ...each(PURE, 'lookup dot to_records to_dict'),
        from_dict: { aliases: ['*'], returns: 'pandas.DataFrame' },
        from_records: { aliases: ['*'], returns: 'pandas.DataFrame' },
        to_numpy: { aliases: ['self'], returns: 'numpy.ndarray' },
        ...each({ writesFile: '0:path' }, 'to_parquet to_feather to_orc to_stata'),
        to_html: { writesFile: '0:buf' },
        to_xml: { writesFile: '0:path_or_buffer' },
        to_gbq: TALKS_TO_NETWORK,
        boxplot: { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'], aliases: [':ax'] },
        mad: REDUCES_COLUMNS,
        select: FRAME_VIEW,
        from_arrow: { aliases: ['*'], returns: 'pandas.DataFrame' },
        to_iceberg: TALKS_TO_NETWORK,
      },
      attributes: {
        columns: { returns: 'pandas.Index' },
        index: { returns: 'pandas.Index' },
        dtypes: { returns: 'pandas.Series', fresh: true },
        T: { returns: 'pandas.DataFrame' },
        loc: { returns: 'pandas.FrameLocator' },
        iloc: { returns: 'pandas.FrameLocator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
        values: { returns: 'numpy.ndarray' },
        style: { returns: 'pandas.Styler' },
        sparse: PART,
        size: NUMBER_PART,
      },
      others: { returns: 'pandas.Series' },
    },
    Series: {
      bases: ['pandas.NDFrame'],
      element: 'builtins.Plain',
      constructor: { aliases: ['*'], returns: 'pandas.Series' },
      methods: {
        ...each(
          SERIES,
          `
            between duplicated case_when repeat isin value_counts mode explode round abs argsort append
            describe
          `,
        ),
        from_arrow: { aliases: ['*'], returns: 'pandas.Series' },
        ...each(SCALAR, 'kurt kurtosis mean median skew std var sem corr cov autocorr'),
        to_frame: FRAME_VIEW,
        compare: FRAME,
        nunique: INT,
        count: INT,
        ...each(PURE, 'argmax argmin item searchsorted factorize divmod rdivmod dot'),
        ...each(VIEW, 'unique keys ravel view __iter__ get'),
        tolist: LIST_VIEW,
        to_list: LIST_VIEW,
        unstack: TABLE_VIEW,
        items: ROWS,
        iteritems: ROWS,
        map: { calls: ['0:arg', '0:func'], returns: 'pandas.Series' },
        groupby: {
          returns: 'pandas.SeriesGroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        resample: { returns: 'pandas.SeriesGroupBy', aliases: ['self'] },
        rename: {
          calls: ['0:index'],
          aliases: ['self'],
          returns: 'pandas.Series',
          when: [
            {
              argument: ':inplace',
              is: 'True',
              mutates: ['self'],
              aliases: ['self'],
            },
          ],
        },
        combine: { calls: ['1:func'], returns: 'pandas.Series' },
        to_dict: DICT,
        hist: PLOTS,
        pop: CHANGES_AND_SHARES,
      },
      attributes: {
        ...each(PART, 'name array sparse list struct'),
        str: { returns: 'pandas.StringMethods' },
        dt: { returns: 'pandas.DatetimeProperties' },
        cat: { returns: 'pandas.CategoricalAccessor' },
        T: { returns: 'pandas.Series' },
        loc: { returns: 'pandas.SeriesLocator' },
        iloc: { returns: 'pandas.SeriesLocator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
        ...each(TRUTH_PART, 'is_unique is_monotonic_increasing is_monotonic_decreasing hasnans'),
        nbytes: NUMBER_PART,
        dtype: FRESH,
        dtypes: FRESH,
        size: NUMBER_PART,
      },
      others: { returns: 'builtins.Plain' },
    },
    Index: {
      oneOf: [
        'pandas.DatetimeIndex',
        'pandas.TimedeltaIndex',
        'pandas.PeriodIndex',
        'pandas.IntervalIndex',
        'pandas.CategoricalIndex',
        'pandas.MultiIndex',
      ],
      constructor: { aliases: ['*'], returns: 'pandas.Index' },
      element: 'builtins.Plain',
      methods: {
        ...each(
          PURE,
          `
            all any asof argmax argmin argsort duplicated get_indexer get_loc isin isna isnull notna notnull
            join max min nunique searchsorted slice_indexer slice_locs value_counts where factorize format
          `,
        ),
        ...each(
          INDEX,
          `
            append delete difference drop_duplicates dropna fillna insert intersection repeat shift
            symmetric_difference take union drop
          `,
        ),
        sort_values: {
          ...INDEX,
          when: [{ argument: '0:return_indexer', is: '*', returns: '' }],
        },
        equals: TRUTH,
        identical: TRUTH,
        ...each(INDEX_VIEW, 'unique copy astype get_level_values droplevel'),
        tolist: LABELS,
        to_list: LABELS,
        ...each(
          VIEW,
          `
            to_numpy view ravel to_flat_index infer_objects set_levels set_codes swaplevel reorder_levels
          `,
        ),
        map: { calls: ['0:mapper'] },
        to_series: SERIES_VIEW,
        to_frame: FRAME_VIEW,
        ...each(
          {
            aliases: ['self'],
            when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          },
          'set_names rename',
        ),
      },
      attributes: {
        values: { returns: 'pandas.Values' },
        ...each(PART, 'name names array levels codes T'),
        str: { returns: 'pandas.IndexStringMethods' },
        shape: { returns: 'tuple', fresh: true },
        ...each(NUMBER_PART, 'ndim size nbytes nlevels'),
        ...each(
          TRUTH_PART,
          `
            is_unique is_monotonic_increasing is_monotonic_decreasing hasnans empty has_duplicates
          `,
        ),
        dtype: FRESH,
        inferred_type: FRESH,
      },
    },
    MultiIndex: {
      bases: ['pandas.Index'],
      constructor: SHARES_ARGUMENTS,
      methods: {
        ...each(
          { aliases: ['*'], returns: 'pandas.MultiIndex' },
          `
            from_product from_tuples from_arrays from_frame
          `,
        ),
        remove_unused_levels: PURE,
        sortlevel: PURE,
        get_locs: PURE,
      },
    },
    ...each(
      { bases: ['pandas.Index'], constructor: SHARES_ARGUMENTS },
      `
        RangeIndex CategoricalIndex IntervalIndex PeriodIndex TimedeltaIndex Int64Index Float64Index
      `,
    ),
    DatetimeIndex: {
      bases: ['pandas.Index'],
      constructor: SHARES_ARGUMENTS,
      methods: {
        ...each({ returns: 'pandas.DatetimeIndex' }, 'floor ceil round normalize snap'),
        ...each(INDEX, 'strftime month_name day_name to_period'),
        to_pydatetime: { returns: 'numpy.ndarray' },
        isocalendar: FRAME,
        ...each(PURE, 'mean std'),
        tz_localize: VIEW,
        tz_convert: VIEW,
      },
      attributes: {
        ...each(
          { returns: 'pandas.Index', fresh: true },
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year days_in_month daysinmonth
          `,
        ),
        ...each(
          { returns: 'numpy.ndarray', fresh: true },
          `
            is_month_start is_month_end is_quarter_start is_quarter_end is_year_start is_year_end date time timetz
          `,
        ),
        ...each(FRESH, 'freq tz freqstr'),
      },
    },
    StringMethods: {
      subscript: { returns: 'pandas.Series' },
      methods: {
        ...each(
          SERIES,
          `
            capitalize casefold center contains count decode encode endswith find findall fullmatch index
            isalnum isalpha isascii isdecimal isdigit islower isnumeric isspace istitle isupper join len ljust
            lower lstrip match normalize pad removeprefix removesuffix repeat rfind rindex rjust rstrip slice
            slice_replace startswith strip swapcase title translate upper wrap zfill get
          `,
        ),
        replace: { returns: 'pandas.Series', calls: ['1:repl'] },
        ...each(TABLE, 'split rsplit partition rpartition extract'),
        extractall: FRAME,
        get_dummies: FRAME,
        cat: PURE,
      },
      constructor: HOLDS_ARGUMENTS,
    },
    IndexStringMethods: {
      constructor: HOLDS_ARGUMENTS,
      methods: {
        ...each(
          INDEX,
          `
            capitalize lower lstrip pad removeprefix removesuffix rstrip slice strip swapcase title upper zfill
          `,
        ),
        replace: { returns: 'pandas.Index', calls: ['1:repl'] },
        contains: ARRAY,
        endswith: ARRAY,
        startswith: ARRAY,
      },
    },
    DatetimeProperties: {
      methods: {
        ...each(
          SERIES,
          `
            ceil floor round normalize strftime month_name day_name total_seconds to_period as_unit
          `,
        ),
        tz_localize: SERIES_VIEW,
        tz_convert: SERIES_VIEW,
        to_timestamp: SERIES_VIEW,
        to_pydatetime: PURE,
        to_pytimedelta: PURE,
        isocalendar: FRAME,
      },
      attributes: {
        ...each(
          { returns: 'pandas.Series', fresh: true },
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year is_month_start is_month_end is_quarter_start is_quarter_end is_year_start
            is_year_end days_in_month daysinmonth date time timetz days seconds microseconds nanoseconds
            is_leap_year
          `,
        ),
        tz: FRESH,
        freq: FRESH,
        unit: FRESH,
        components: { returns: 'pandas.DataFrame', fresh: true },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    CategoricalAccessor: {
      methods: {
        ...each(
          SERIES,
          `
            add_categories as_ordered as_unordered remove_categories remove_unused_categories rename_categories
            reorder_categories set_categories
          `,
        ),
      },
      attributes: {
        codes: { returns: 'pandas.Series', fresh: true },
        categories: { returns: 'pandas.Index' },
        ordered: TRUTH_PART,
      },
      constructor: HOLDS_ARGUMENTS,
    },
    Categorical: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        ...each(
          { returns: 'pandas.Categorical' },
          `
            add_categories as_ordered as_unordered remove_categories remove_unused_categories rename_categories
            reorder_categories set_categories copy
          `,
        ),
      },
      attributes: { codes: PART, categories: PART, ordered: { returns: 'bool', fresh: true } },
    },
    PlotAccessor: {
      methods: {
        ...each(PLOTS, 'area bar barh box density hexbin hist kde line pie scatter __call__'),
      },
      constructor: HOLDS_ARGUMENTS,
    },
    GroupBy: {
      methods: {
        ...each(
          TABLE,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile
          `,
        ),
        head: TABLE_VIEW,
        tail: TABLE_VIEW,
        nth: TABLE_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.NDFrame', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW,
        __iter__: VIEW,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
        ...each(
          TABLE,
          'size ngroup cumcount describe value_counts corr cov corrwith ohlc interpolate dtypes',
        ),
        hist: { reads: ['figure', 'options'], writes: ['figure'] },
        boxplot: { reads: ['figure', 'options'], writes: ['figure'] },
      },
      attributes: {
        groups: PART,
        indices: PART,
        grouper: PART,
        ngroups: FRESH,
        ndim: FRESH,
        plot: { returns: 'pandas.PlotAccessor' },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    DataFrameGroupBy: {
      bases: ['pandas.GroupBy'],
      element: 'pandas.GroupBy',
      methods: {
        ...each(
          FRAME,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile
            describe
          `,
        ),
        head: FRAME_VIEW,
        tail: FRAME_VIEW,
        nth: FRAME_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.DataFrame', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW,
        __iter__: VIEW,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
        ngroup: SERIES,
        cumcount: SERIES,
        size: TABLE,
      },
      constructor: HOLDS_ARGUMENTS,
    },
    SeriesGroupBy: {
      bases: ['pandas.GroupBy'],
      methods: {
        ...each(
          SERIES,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile size
            ngroup cumcount unique nlargest nsmallest
          `,
        ),
        head: SERIES_VIEW,
        tail: SERIES_VIEW,
        nth: SERIES_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.Series', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW,
        __iter__: VIEW,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
      },
      constructor: HOLDS_ARGUMENTS,
    },
    Rolling: {
      element: 'pandas.Rolling',
      methods: {
        ...each(
          TABLE,
          `
            count sum mean median var std min max corr cov skew kurt quantile sem rank first last nunique
          `,
        ),
        apply: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        agg: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        aggregate: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        __iter__: VIEW,
      },
      constructor: HOLDS_ARGUMENTS,
    },
    Styler: {
      methods: {
        ...each(
          { mutates: ['self'], aliases: ['self'], returns: 'pandas.Styler', calls: ['*'] },
          `
            apply map applymap apply_index map_index background_gradient bar format format_index hide
            highlight_max highlight_min highlight_null highlight_between highlight_quantile set_caption
            set_properties
          `,
        ),
        set_table_attributes: {
          mutates: ['self'],
          aliases: ['self'],
          returns: 'pandas.Styler',
          calls: ['*'],
        },
        ...each(
          { mutates: ['self'], aliases: ['self'], returns: 'pandas.Styler', calls: ['*'] },
          `
            set_table_styles set_td_classes set_tooltips set_uuid set_sticky text_gradient pipe hide_index
          `,
        ),
        to_html: { writesFile: '0:buf', mutates: ['self'] },
        to_latex: { writesFile: '0:buf', mutates: ['self'] },
        to_string: { writesFile: '0:buf', mutates: ['self'] },
        to_excel: { writesFile: '0:excel_writer' },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    TextFileReader: {
      consumable: true,
      iterate: { mutates: ['self'], returns: 'pandas.DataFrame' },
      methods: {
        get_chunk: { mutates: ['self'], returns: 'pandas.DataFrame' },
        read: { mutates: ['self'], returns: 'pandas.DataFrame' },
        close: CHANGES_ONLY,
        __exit__: CHANGES_ONLY,
        __enter__: VIEW_OF_SAME_KIND,
      },
      constructor: HOLDS_ARGUMENTS,
    },
    ExcelFile: {
      constructor: { readsFile: '0:path_or_buffer' },
      methods: { parse: CHANGES, close: CHANGES_ONLY, __exit__: CHANGES_ONLY, __enter__: VIEW_OF_SAME_KIND },
      attributes: { sheet_names: PART },
    },
    ExcelWriter: {
      constructor: { writesFile: '0:path' },
      methods: {
        close: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        save: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        __exit__: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        __enter__: VIEW_OF_SAME_KIND,
      },
      attributes: { sheets: PART, book: PART },
    },
    HDFStore: {
      constructor: { readsFile: '0:path', writesFile: '0:path' },
      methods: {
        ...each(
          { mutates: ['self'], writes: ['files'], reads: ['files'] },
          `
            put append remove close flush open __exit__
          `,
        ),
        get: { reads: ['files'], mutates: ['self'] },
        select: { reads: ['files'], mutates: ['self'] },
        keys: { reads: ['files'], mutates: ['self'] },
        __enter__: VIEW_OF_SAME_KIND,
      },
    },
    Scalar: { immutable: true, constructor: HOLDS_ARGUMENTS },
    NamedAgg: { constructor: HOLDS_ARGUMENTS, immutable: false },
    Grouper: { constructor: HOLDS_ARGUMENTS },
    Timestamp: {
      immutable: true,
      constructor: PURE,
      methods: {
        ...each(
          { returns: 'pandas.Timestamp' },
          `
            ceil floor round normalize replace tz_localize tz_convert as_unit astimezone fromtimestamp
            fromisoformat fromordinal
          `,
        ),
        ...each(TEXT, 'strftime isoformat day_name month_name ctime'),
        ...each(
          PURE,
          `
            date time timestamp to_pydatetime to_datetime64 to_period to_numpy to_julian_date isocalendar
            timetuple
          `,
        ),
        weekday: INT,
        isoweekday: INT,
        toordinal: INT,
        now: { reads: ['clock'], returns: 'pandas.Timestamp' },
        today: { reads: ['clock'], returns: 'pandas.Timestamp' },
        utcnow: { reads: ['clock'], returns: 'pandas.Timestamp' },
      },
      attributes: {
        ...each(
          FRESH,
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year is_month_start is_month_end is_quarter_start is_quarter_end is_year_start
            is_year_end days_in_month daysinmonth value unit tz tzinfo asm8 fold
          `,
        ),
        is_leap_year: TRUTH_PART,
      },
    },
    Timedelta: {
      immutable: true,
      constructor: PURE,
      methods: {
        ...each({ returns: 'pandas.Timedelta' }, 'ceil floor round as_unit'),
        total_seconds: NUMBER,
        isoformat: TEXT,
        to_pytimedelta: PURE,
        to_timedelta64: PURE,
        to_numpy: PURE,
      },
      attributes: {
        ...each(FRESH, 'days seconds microseconds nanoseconds components value unit'),
      },
    },
    Period: {
      immutable: true,
      constructor: PURE,
      methods: {
        asfreq: PURE,
        to_timestamp: PURE,
        strftime: PURE,
        now: { reads: ['clock'], returns: 'pandas.Period' },
      },
      attributes: {
        ...each(
          FRESH,
          `
            year month day hour minute second quarter dayofweek day_of_week weekday dayofyear day_of_year
            days_in_month daysinmonth start_time end_time freq ordinal week
          `,
        ),
      },
    },
    Interval: {
      immutable: true,
      constructor: PURE,
      attributes: { left: FRESH, right: FRESH, mid: FRESH, length: FRESH, closed: FRESH },
    },
    ...each(
      { immutable: true, constructor: PURE },
      `
        DateOffset offsets.Day offsets.Hour offsets.Minute offsets.Second offsets.BDay offsets.BusinessDay
        offsets.MonthEnd offsets.MonthBegin offsets.YearEnd offsets.YearBegin offsets.QuarterEnd
        offsets.QuarterBegin offsets.Week offsets.BMonthEnd offsets.DateOffset offsets.Easter CategoricalDtype
        DatetimeTZDtype PeriodDtype IntervalDtype StringDtype Int64Dtype Int32Dtype Int16Dtype Int8Dtype
        Float64Dtype Float32Dtype BooleanDtype
      `,
    ),
    ...each(
      { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
      `
        errors.ParserError errors.EmptyDataError errors.SettingWithCopyWarning errors.PerformanceWarning
        errors.DtypeWarning
      `,
    ),
  },
  attributes: { NA: FRESH, NaT: FRESH, __version__: FRESH, options: { resource: 'options' } },
  aliases: {
    'core.frame.DataFrame': 'DataFrame',
    'core.series.Series': 'Series',
    'core.generic.NDFrame': 'NDFrame',
    'core.groupby.generic.DataFrameGroupBy': 'DataFrameGroupBy',
    'core.groupby.generic.SeriesGroupBy': 'SeriesGroupBy',
    'api.typing.DataFrameGroupBy': 'DataFrameGroupBy',
    'api.typing.SeriesGroupBy': 'SeriesGroupBy',
    'core.strings.accessor.StringMethods': 'StringMethods',
    'plotting._core.PlotAccessor': 'PlotAccessor',
    'io.formats.style.Styler': 'Styler',
    'io.parsers.readers.TextFileReader': 'TextFileReader',
    'api.typing.TextFileReader': 'TextFileReader',
    'core.arrays.categorical.Categorical': 'Categorical',
    'io.json.json_normalize': 'json_normalize',
    'tseries.offsets.Day': 'offsets.Day',
    'core.window.rolling.Rolling': 'Rolling',
    'core.window.expanding.Expanding': 'Rolling',
    'core.window.ewm.ExponentialMovingWindow': 'Rolling',
    'api.typing.Rolling': 'Rolling',
    'api.typing.Expanding': 'Rolling',
    'api.typing.ExponentialMovingWindow': 'Rolling',
    'tools.plotting.scatter_matrix': 'plotting.scatter_matrix',
    'core.indexes.base.Index': 'Index',
    'core.indexes.multi.MultiIndex': 'MultiIndex',
    'core.indexes.range.RangeIndex': 'RangeIndex',
    'core.indexes.category.CategoricalIndex': 'CategoricalIndex',
    'core.indexes.interval.IntervalIndex': 'IntervalIndex',
    'core.indexes.period.PeriodIndex': 'PeriodIndex',
    'core.indexes.timedeltas.TimedeltaIndex': 'TimedeltaIndex',
    'core.indexes.datetimes.DatetimeIndex': 'DatetimeIndex',
    '_libs.tslibs.timestamps.Timestamp': 'Timestamp',
    '_libs.tslibs.timedeltas.Timedelta': 'Timedelta',
    '_libs.tslibs.period.Period': 'Period',
  },
} as const satisfies LibrarySpec;
