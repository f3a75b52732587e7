import { each } from './each.ts';
import { NUMPY_ROWS } from './numpy-rows.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const ARRAY_PART = { returns: 'numpy.ndarray' } as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const LIST = { returns: 'list' } as const satisfies CallSpec;
const TUPLE = { returns: 'tuple' } as const satisfies CallSpec;
const NOTHING = { returns: 'builtins.NoneType' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const VIEW_OF_ARGUMENT = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;
const READS_OPTIONS = { reads: ['options'] } as const satisfies CallSpec;
const DRAWS_NUMPY = { reads: ['random.numpy'], writes: ['random.numpy'] } as const satisfies CallSpec;
/** What a generator gives: a number, or an array where a size is asked for. */
const DRAWS = { mutates: ['self'], returns: 'numpy.Numbers' } as const satisfies CallSpec;
/** An element, or an array of them: what an array of objects holds is not copied. */
const DRAWS_FROM = { ...DRAWS, aliases: ['0'] } as const satisfies CallSpec;
const ARRAY = { returns: 'numpy.ndarray' } as const satisfies CallSpec;
const ARRAY_VIEW = { aliases: ['self'], returns: 'numpy.ndarray' } as const satisfies CallSpec;
const ARRAY_OF_ARGUMENT = { aliases: ['*'], returns: 'numpy.ndarray' } as const satisfies CallSpec;
const FILLS_OUT = { aliases: [':out'], mutates: [':out'] } as const satisfies CallSpec;
/** What pandas makes of a column or table, a function gives for one only. */
const OF_NUMBERS = [{ argument: '*', from: 'numpy', returns: 'numpy.Numbers' }] as const;
const UNARY = {
  aliases: ['1:out'],
  mutates: ['1:out'],
  returns: 'numpy.Result',
  when: OF_NUMBERS,
} as const satisfies CallSpec;
const BINARY = {
  aliases: ['2:out'],
  mutates: ['2:out'],
  returns: 'numpy.Result',
  when: OF_NUMBERS,
} as const satisfies CallSpec;
const REDUCES = {
  aliases: ['1:out'],
  mutates: ['1:out'],
  returns: 'numpy.Numbers',
} as const satisfies CallSpec;
const REDUCES_ALONG = {
  aliases: ['2:out'],
  mutates: ['2:out'],
  returns: 'numpy.Numbers',
} as const satisfies CallSpec;
/** Of columns and tables, some of these give columns and tables. */
const NUMBERS_OF_ARGUMENT = {
  aliases: ['*'],
  when: [{ argument: '0', from: 'numpy', returns: 'numpy.Numbers' }],
} as const satisfies CallSpec;
const ARRAYS_OF_ARGUMENT = {
  aliases: ['*'],
  when: [{ argument: '*', from: 'numpy', returns: 'numpy.Arrays' }],
} as const satisfies CallSpec;
const ARRAYS = { returns: 'numpy.Arrays' } as const satisfies CallSpec;
const NUMBERS = { returns: 'numpy.Numbers' } as const satisfies CallSpec;

/** NumPy: which functions give views, which fill an argument, which draw from the global generator. */
export const numpy = {
  module: 'numpy',
  rows: NUMPY_ROWS,
  distribution: 'numpy',
  url: 'https://numpy.org/doc/stable/reference/',
  functions: {
    ...each(ARRAY_OF_ARGUMENT, 'asarray ascontiguousarray asfortranarray asarray_chkfinite fromiter'),
    ...each(
      VIEW_OF_ARGUMENT,
      `
        asanyarray asmatrix require frombuffer from_dlpack lib.stride_tricks.as_strided
      `,
    ),
    ...each(
      NUMBERS_OF_ARGUMENT,
      `
        reshape ravel squeeze transpose permute_dims matrix_transpose swapaxes moveaxis rollaxis expand_dims
        atleast_1d atleast_2d atleast_3d broadcast_to diagonal diag flip fliplr flipud rot90 real imag
        real_if_close trim_zeros astype linalg.diagonal linalg.matrix_transpose
        lib.stride_tricks.sliding_window_view
      `,
    ),
    ...each(
      ARRAYS_OF_ARGUMENT,
      `
        broadcast_arrays split array_split hsplit vsplit dsplit unstack
      `,
    ),
    array: {
      returns: 'numpy.ndarray',
      when: [
        { argument: ':copy', is: 'False', aliases: ['0:object'] },
        { argument: ':copy', is: 'None', aliases: ['0:object'] },
      ],
    },
    nan_to_num: { when: [{ argument: ':copy', is: 'False', aliases: ['0:x'], mutates: ['0:x'] }] },
    meshgrid: { returns: 'numpy.Arrays', when: [{ argument: ':copy', is: 'False', aliases: ['*'] }] },
    ...each(
      { mutates: ['0'], returns: 'builtins.NoneType' },
      `
        put place putmask copyto fill_diagonal put_along_axis
      `,
    ),
    apply_along_axis: { calls: ['0'] },
    fromfunction: { calls: ['0'] },
    apply_over_axes: { calls: ['0'], aliases: ['1'] },
    piecewise: { calls: ['2:*'], returns: 'numpy.ndarray' },
    frompyfunc: { calls: ['*'], holds: [{ by: 'return', value: '*' }] },
    loadtxt: { readsFile: '0:fname', returns: 'numpy.ndarray' },
    genfromtxt: { readsFile: '0:fname', returns: 'numpy.ndarray' },
    fromfile: { readsFile: '0:file', returns: 'numpy.ndarray' },
    load: { readsFile: '0:file' },
    fromregex: { readsFile: '0:file', returns: 'numpy.ndarray' },
    save: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savez: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savez_compressed: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savetxt: { writesFile: '0:fname', returns: 'builtins.NoneType' },
    ...each(SETS_OPTIONS, 'seterr seterrcall setbufsize set_printoptions'),
    ...each(READS_OPTIONS, 'geterr geterrcall getbufsize get_printoptions'),
    ...each(
      { reads: ['options'], returns: 'str' },
      `
        array2string array_repr array_str format_float_positional format_float_scientific
      `,
    ),
    base_repr: TEXT,
    binary_repr: TEXT,
    typename: TEXT,
    nested_iters: { mutates: ['*'], aliases: ['*'] },
    linspace: {
      returns: 'numpy.ndarray',
      when: [{ argument: ':retstep', is: 'True', returns: 'builtins.tuple' }],
    },
    ...each(
      { returns: 'builtins.bool' },
      `
        allclose array_equal array_equiv isscalar iscomplexobj isrealobj may_share_memory shares_memory
        can_cast issubdtype iterable isfortran
      `,
    ),
    ndim: { returns: 'builtins.int' },
    size: { returns: 'builtins.int' },
    shape: TUPLE,
    broadcast_shapes: TUPLE,
    unravel_index: TUPLE,
    ...each(
      UNARY,
      `
        abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh
        bitwise_count bitwise_invert bitwise_not cbrt ceil conj conjugate cos cosh deg2rad degrees exp exp2
        expm1 fabs fix floor invert isfinite isinf isnan isnat isneginf isposinf log log10 log1p log2
        logical_not negative positive rad2deg radians reciprocal rint sign signbit sin sinh spacing sqrt square
        tan tanh trunc
      `,
    ),
    ...each(
      BINARY,
      `
        add all amax amin any arctan2 argmax argmin around atan2 bitwise_and bitwise_left_shift bitwise_or
        bitwise_right_shift bitwise_xor choose copysign divide dot equal float_power floor_divide fmax fmin
        fmod gcd greater greater_equal heaviside hypot lcm ldexp left_shift less less_equal logaddexp
        logaddexp2 logical_and logical_or logical_xor matmul matvec max maximum min minimum mod multiply
        nanargmax nanargmin nanmax nanmin nextafter not_equal outer pow power ptp remainder
        right_shift round subtract true_divide vecdot vecmat
      `,
    ),
    ...each(
      PURE,
      `
        bmat common_type datetime_as_string datetime_data einsum_path histogramdd isdtype min_scalar_type
        mintypecode polyval promote_types repeat result_type sort_complex unique_all unique_counts
        unique_inverse unique_values product cumproduct sometrue alltrue msort
      `,
    ),
    ...each(
      NUMBERS,
      `
        argpartition argsort corrcoef count_nonzero cross diagflat digitize ediff1d extract histogram_bin_edges
        i0 inner interp isclose isin lexsort partition poly polyadd polyder polyfit polyint polymul
        polysub ravel_multi_index searchsorted select setdiff1d setxor1d sinc sort take_along_axis tensordot
        trapezoid trapz union1d unwrap vdot zeros_like ones_like full_like empty_like copy diff angle
        linalg.cholesky linalg.cond linalg.cross linalg.det linalg.eigvals linalg.eigvalsh linalg.inv
        linalg.matmul linalg.matrix_norm linalg.matrix_power linalg.matrix_rank linalg.norm linalg.outer
        linalg.pinv linalg.solve linalg.svdvals linalg.tensordot linalg.tensorinv linalg.tensorsolve
        linalg.trace linalg.vecdot linalg.vector_norm fft.fftfreq fft.rfftfreq fft.fftshift fft.ifftshift in1d
        iscomplex isreal packbits unpackbits
      `,
    ),
    ...each(
      ARRAYS,
      `
        gradient histogram histogram2d polydiv linalg.eig linalg.eigh linalg.lstsq linalg.qr linalg.slogdet
        linalg.svd diag_indices tril_indices triu_indices tril_indices_from triu_indices_from diag_indices_from
        nonzero
      `,
    ),
    mask_indices: { ...ARRAYS, calls: ['1:mask_func'] },
    where: {
      returns: 'numpy.ndarray',
      when: [{ argument: '0:condition', is: '*', without: '1:x', returns: 'numpy.Arrays' }],
    },
    unique: {
      returns: 'numpy.ndarray',
      when: [
        { argument: '1:return_index', is: '*', returns: 'numpy.Arrays' },
        { argument: '2:return_inverse', is: '*', returns: 'numpy.Arrays' },
        { argument: '3:return_counts', is: '*', returns: 'numpy.Arrays' },
      ],
    },
    average: {
      returns: 'numpy.Numbers',
      when: [{ argument: '3:returned', is: '*', returns: '' }],
    },
    ...each(
      ARRAY,
      `
        append arange argwhere bartlett bincount blackman block column_stack convolve correlate cov delete
        dstack empty eye flatnonzero fromstring full geomspace hamming hanning hstack identity insert
        kaiser kron logspace ones pad resize roll roots row_stack tile tri tril triu vander vstack zeros
      `,
    ),
    median: {
      ...BINARY,
      when: [...OF_NUMBERS, { argument: '3:overwrite_input', is: 'True', mutates: ['0:a', '2:out'] }],
    },
    nanmedian: {
      ...BINARY,
      when: [...OF_NUMBERS, { argument: '3:overwrite_input', is: 'True', mutates: ['0:a', '2:out'] }],
    },
    ...each(
      {
        mutates: ['3:out'],
        aliases: ['3:out'],
        when: [{ argument: '4:overwrite_input', is: 'True', mutates: ['0:a', '3:out'] }],
      },
      'percentile quantile nanpercentile nanquantile',
    ),
    intersect1d: {
      ...NUMBERS,
      when: [{ argument: '3:return_indices', is: '*', returns: 'numpy.Arrays' }],
    },
    indices: {
      returns: 'numpy.ndarray',
      when: [{ argument: '2:sparse', is: '*', returns: 'numpy.Arrays' }],
    },
    busday_count: { mutates: ['5:out'], aliases: ['5:out'] },
    busday_offset: { mutates: ['6:out'], aliases: ['6:out'] },
    ...each(
      { mutates: ['3:out'], aliases: ['3:out'] },
      `
        clip compress cumprod cumsum mean nancumprod nancumsum nanmean nanprod nanstd
        nansum nanvar prod std sum take var
      `,
    ),
    ...each(
      { mutates: ['0'], returns: 'builtins.NoneType' },
      `
        add.at subtract.at multiply.at divide.at maximum.at minimum.at logical_or.at logical_and.at
      `,
    ),
    ...each(
      { mutates: [':out'], aliases: [':out'], returns: 'numpy.Result', when: OF_NUMBERS },
      `
        add.reduce add.accumulate add.outer add.reduceat subtract.outer multiply.reduce multiply.accumulate
        multiply.outer divide.outer maximum.reduce maximum.accumulate maximum.outer minimum.reduce
        minimum.accumulate minimum.outer logical_and.reduce logical_or.reduce
      `,
    ),
    concat: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    concatenate: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    ...each(
      FILLS_OUT,
      `
        cumulative_prod cumulative_sum divmod frexp modf linalg.multi_dot 
      `,
    ),
    ...each(
      { ...FILLS_OUT, returns: 'numpy.ndarray' },
      `
        fft.fft fft.ifft fft.rfft fft.irfft fft.hfft fft.ihfft fft.fft2 fft.ifft2 fft.fftn fft.ifftn fft.rfft2 fft.irfft2 fft.rfftn fft.irfftn
      `,
    ),
    einsum: { aliases: [':out', '1:*'], mutates: [':out'] },
    is_busday: { mutates: ['4:out'], aliases: ['4:out'] },
    stack: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    trace: { mutates: ['5:out'], aliases: ['5:out'] },
    'random.seed': {
      writes: ['random.numpy'],
      returns: 'builtins.NoneType',
      when: [{ argument: '0:seed', is: 'None', reads: ['system-random'] }],
    },
    'random.set_state': { writes: ['random.numpy'] },
    'random.get_state': { reads: ['random.numpy'] },
    'random.shuffle': {
      reads: ['random.numpy'],
      writes: ['random.numpy'],
      mutates: ['0:x'],
      returns: 'builtins.NoneType',
    },
    'random.bytes': { ...DRAWS_NUMPY, returns: 'bytes' },
    ...each({ ...DRAWS_NUMPY, aliases: ['0'], returns: 'numpy.Numbers' }, 'random.choice random.permutation'),
    ...each(
      { ...DRAWS_NUMPY, returns: 'numpy.Numbers' },
      `
        random.rand random.randn random.randint random.random random.random_sample random.ranf random.sample
        random.random_integers random.beta random.binomial
        random.chisquare random.dirichlet random.exponential random.f random.gamma random.geometric
        random.gumbel random.hypergeometric random.laplace random.logistic random.lognormal random.logseries
        random.multinomial random.multivariate_normal random.negative_binomial random.noncentral_chisquare
        random.noncentral_f random.normal random.pareto random.poisson random.power random.rayleigh
        random.standard_cauchy random.standard_exponential random.standard_gamma random.standard_normal
        random.standard_t random.triangular random.uniform random.vonmises random.wald random.weibull
        random.zipf
      `,
    ),
    'random.default_rng': {
      random: { seed: '0:seed', resource: 'system-random' },
      aliases: ['0:seed'],
      returns: 'numpy.random.Generator',
    },
    ...each(
      NOTHING,
      `
        testing.assert_allclose testing.assert_almost_equal testing.assert_array_almost_equal
        testing.assert_array_equal testing.assert_equal
      `,
    ),
    printoptions: HOLDS_ARGUMENTS,
  },
  classes: {
    /** What a universal function gives: an array, a number, or what pandas makes of a column or table. */
    Result: {
      constructor: PURE,
      element: 'builtins.Plain',
      oneOf: ['numpy.ndarray', 'pandas.Series', 'pandas.DataFrame', 'pandas.Index', 'numpy.float64'],
    },
    /** An array, or a number where an array would have no dimension. */
    Numbers: { constructor: PURE, element: 'builtins.Plain', oneOf: ['numpy.ndarray', 'numpy.generic'] },
    /** Several arrays, or one: what depends on the dimensions, or on the version of NumPy. */
    Arrays: {
      constructor: PURE,
      oneOf: ['builtins.tuple', 'builtins.list', 'numpy.ndarray'],
      element: 'numpy.Numbers',
      iterate: { returns: 'numpy.Numbers', aliases: ['self'] },
    },
    /** What joins its index to an array: `np.c_[x, y]`. */
    Joining: { constructor: PURE, subscript: { returns: 'numpy.Arrays' } },
    vectorize: { constructor: HOLDS_ARGUMENTS },
    'random.RandomState': {
      constructor: { random: { seed: '0:seed', resource: 'system-random' }, aliases: ['0:seed'] },
      methods: {
        ...each(
          DRAWS,
          `
            rand randn randint random random_sample ranf sample random_integers beta
            binomial chisquare dirichlet exponential f gamma geometric gumbel hypergeometric laplace logistic
            lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare
            noncentral_f normal pareto poisson power rayleigh standard_cauchy standard_exponential
            standard_gamma standard_normal standard_t triangular uniform vonmises wald weibull zipf tomaxint
          `,
        ),
        ...each(DRAWS_FROM, 'choice permutation'),
        bytes: { mutates: ['self'], returns: 'bytes' },
        set_state: CHANGES_ONLY,
        shuffle: { mutates: ['self', '0:x'], returns: 'builtins.NoneType' },
        seed: CHANGES_ONLY,
        get_state: PURE,
      },
    },
    'random.Generator': {
      constructor: HOLDS_ARGUMENTS,
      methods: {
        ...each(
          DRAWS,
          `
            beta binomial chisquare dirichlet exponential f gamma geometric gumbel hypergeometric laplace
            logistic lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare
            noncentral_f normal pareto poisson power rayleigh standard_cauchy standard_t triangular uniform
            vonmises wald weibull zipf integers multivariate_hypergeometric
          `,
        ),
        ...each(DRAWS_FROM, 'choice permutation'),
        bytes: { mutates: ['self'], returns: 'bytes' },
        ...each(
          { mutates: ['self', ':out'], aliases: [':out'], returns: 'numpy.Numbers' },
          `
            standard_exponential standard_gamma standard_normal random permuted
          `,
        ),
        shuffle: { mutates: ['self', '0:x'], returns: 'builtins.NoneType' },
        spawn: { mutates: ['self'], returns: 'builtins.list' },
      },
      attributes: { bit_generator: PART },
    },
    'random.PCG64': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.PCG64DXSM': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.MT19937': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.Philox': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.SFC64': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.SeedSequence': {
      constructor: {
        random: { seed: '0:entropy', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    ndarray: {
      constructor: ARRAY_OF_ARGUMENT,
      element: 'builtins.Plain',
      methods: {
        ...each(ARRAY_VIEW, 'reshape ravel squeeze transpose swapaxes diagonal getfield'),
        view: VIEW,
        newbyteorder: VIEW,
        __array__: VIEW,
        ...each(ARRAY, 'copy flatten repeat argpartition argsort'),
        astype: { returns: 'numpy.ndarray', when: [{ argument: ':copy', is: 'False', aliases: ['self'] }] },
        byteswap: {
          returns: 'numpy.ndarray',
          when: [{ argument: '0:inplace', is: 'True', mutates: ['self'], aliases: ['self'] }],
        },
        ...each(CHANGES_ONLY, 'fill itemset partition put resize setfield setflags sort'),
        ...each(REDUCES, 'all any argmax argmin choose dot max min ptp'),
        // NumPy 1 gives whole numbers back as they are.
        round: { ...REDUCES, aliases: ['self', '1:out'] },
        ...each(REDUCES_ALONG, 'clip compress cumprod cumsum mean prod std sum take var'),
        conj: { mutates: ['0:out'], aliases: ['self', '0:out'] },
        conjugate: { mutates: ['0:out'], aliases: ['self', '0:out'] },
        trace: { mutates: ['4:out'], aliases: ['4:out'] },
        searchsorted: PURE,
        item: PURE,
        nonzero: TUPLE,
        tolist: LIST,
        tobytes: BYTES,
        dumps: BYTES,
        tostring: BYTES,
        dump: { writesFile: '0:file', returns: 'builtins.NoneType' },
        tofile: { writesFile: '0:fid', returns: 'builtins.NoneType' },
      },
      attributes: {
        ...each(PART, 'flat base data ctypes'),
        ...each(ARRAY_PART, 'T mT real imag'),
        shape: { returns: 'tuple', fresh: true },
        strides: { returns: 'tuple', fresh: true },
        ...each(NUMBER_PART, 'ndim size itemsize nbytes'),
        flags: FRESH,
        dtype: { returns: 'numpy.dtype' },
      },
    },
    matrix: {
      bases: ['numpy.ndarray'],
      constructor: VIEW_OF_ARGUMENT,
      attributes: { A: PART, A1: PART, H: PART, I: PART },
    },
    memmap: {
      bases: ['numpy.ndarray'],
      constructor: { readsFile: '0:filename', writesFile: '0:filename' },
      methods: { flush: { mutates: ['self'], writes: ['files'] } },
    },
    dtype: { immutable: true, constructor: PURE },
    generic: {
      immutable: true,
      methods: {
        item: PURE,
        tolist: PURE,
        ...each(
          NUMBERS,
          `
            astype sum mean min max std var prod round copy squeeze ravel reshape flatten all any
            clip argmax argmin take repeat transpose trace ptp view byteswap
          `,
        ),
        conj: { mutates: ['0'], aliases: ['0'] },
        conjugate: { mutates: ['0'], aliases: ['0'] },
        ...each({ ...NUMBERS, mutates: ['2:out'], aliases: ['2:out'] }, 'cumsum cumprod'),
        tobytes: BYTES,
      },
      attributes: {
        dtype: { returns: 'numpy.dtype' },
        ...each(NUMBER_PART, 'ndim size itemsize nbytes'),
        shape: { returns: 'tuple', fresh: true },
        ...each({ returns: 'numpy.generic', fresh: true }, 'real imag T'),
      },
      constructor: HOLDS_ARGUMENTS,
    },
    ...each(
      { bases: ['numpy.generic'], immutable: true, constructor: PURE },
      `
        number bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intp uintp float16 float32 float64
        longdouble complex64 complex128 clongdouble int_ uint float_ byte ubyte short ushort intc uintc long
        ulong longlong ulonglong half single double csingle cdouble str_ bytes_ datetime64 timedelta64 integer
        floating signedinteger unsignedinteger inexact complexfloating character flexible
      `,
    ),
    finfo: { immutable: true, constructor: PURE },
    iinfo: { immutable: true, constructor: PURE },
    poly1d: {
      constructor: VIEW_OF_ARGUMENT,
      methods: { __call__: PURE, deriv: PURE, integ: PURE },
      attributes: {
        ...each(PART, 'coef coefficients coeffs c r roots o order'),
      },
    },
    errstate: {
      constructor: HOLDS_ARGUMENTS,
      methods: {
        ...each(
          {
            reads: ['options'],
            writes: ['options'],
            mutates: ['self'],
            returns: 'builtins.NoneType',
          },
          '__enter__ __exit__',
        ),
      },
    },
    nditer: {
      constructor: VIEW_OF_ARGUMENT,
      consumable: true,
      methods: {
        ...each(CHANGES_AND_SHARES, '__enter__ close reset iternext'),
      },
    },
    ndenumerate: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    flatiter: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    ndindex: { constructor: PURE, consumable: true },
    broadcast: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    'linalg.LinAlgError': { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS },
  },
  attributes: {
    ...each(FRESH, 'pi e inf nan newaxis euler_gamma NaN Inf PINF NINF infty __version__ True_ False_'),
    ...each({ returns: 'numpy.Joining', fresh: true }, 'c_ r_ mgrid ogrid'),
    ...each(PART, 's_ index_exp'),
  },
  aliases: { 'core.multiarray.array': 'array', 'random.mtrand.RandomState': 'random.RandomState' },
} as const satisfies LibrarySpec;
