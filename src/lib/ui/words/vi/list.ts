// The desk's page on which a ward's list of residents comes in.

import type { ListReportWords } from '../../../domain/list-report.ts';
import type { ListBatchState, ListFindingKind } from '../../../domain/list.ts';
import { formatNumber } from '../../words.ts';

export interface ListWords extends ListReportWords {
	readonly title: string;
	readonly nav: string;
	readonly lead: string;
	readonly privacy: string;
	readonly notAllowed: string;
	readonly file: string;
	readonly read: string;
	readonly reading: (percent: number) => string;
	readonly looked: (rows: number) => string;
	readonly columns: string;
	readonly columnsHint: string;
	readonly none: string;
	readonly column: (at: number, heading: string) => string;
	readonly sample: string;
	readonly area: string;
	readonly areaHint: string;
	readonly state: string;
	readonly states: { readonly none: string; readonly l1Approved: string; readonly l2Approved: string };
	readonly tryOut: string;
	readonly trying: string;
	readonly stopTrying: string;
	readonly percent: (label: string, percent: number) => string;
	readonly other: string;
	readonly plan: string;
	readonly planned: (people: number, households: number) => string;
	readonly skipped: (rows: number) => string;
	readonly counts: Readonly<Record<ListFindingKind, (count: number) => string>>;
	readonly start: string;
	readonly nothing: string;
	readonly findings: { readonly row: string; readonly column: string; readonly what: string };
	readonly more: (count: number) => string;
	readonly getAll: (count: number) => string;
	readonly batches: string;
	readonly noBatches: string;
	readonly batch: {
		readonly at: string;
		readonly by: string;
		readonly brought: string;
		readonly state: string;
		readonly undo: string;
		readonly sure: string;
		readonly stop: string;
		readonly sureStop: string;
		readonly goesOn: string;
		readonly people: (people: number, households: number, skipped: number) => string;
		readonly progress: (done: number, total: number) => string;
		readonly removing: (done: number, total: number) => string;
		readonly get: (count: number) => string;
	};
	readonly batchStates: Readonly<Record<ListBatchState, string>>;
	readonly undone: (removed: number, kept: number) => string;
}

export const list: ListWords = {
	title: 'Nhập danh sách',
	nav: 'Nhập danh sách',
	lead: 'Chọn tệp Excel (.xlsx) hoặc CSV. Mỗi dòng là một người, hoặc một nhà nếu không có họ tên. Chưa có gì được ghi cho đến khi bấm Nhập.',
	privacy: 'Máy chủ không giữ tệp. Số định danh được niêm phong khi ghi.',
	notAllowed: 'Chỉ cảnh sát khu vực và quản trị được nhập danh sách.',
	file: 'Tệp danh sách',
	read: 'Đọc tệp',
	reading: (percent) => `Đang đọc tệp: ${percent} %`,
	looked: (rows) => `Tệp có ${formatNumber(rows)} dòng dưới tiêu đề.`,
	columns: 'Cột nào là gì',
	columnsHint: 'Đã đoán theo tiêu đề cột. Xem lại và sửa nếu cần.',
	none: 'Không có',
	column: (at, heading) => (heading === '' ? `Cột ${at}` : `Cột ${at}: ${heading}`),
	sample: 'Các dòng đầu',
	area: 'Khu phố của các dòng không ghi khu phố',
	areaHint: 'Dòng nào cũng phải ghi khu phố',
	state: 'Cả danh sách là người',
	states: {
		none: 'Theo cột trạng thái, hoặc chưa rõ',
		l1Approved: 'Mức 1 đã duyệt, chưa kích hoạt',
		l2Approved: 'Mức 2 đã duyệt, chưa kích hoạt'
	},
	tryOut: 'Chạy thử',
	trying: 'Đang chạy thử',
	stopTrying: 'Dừng chạy thử',
	percent: (label, percent) => `${label}: ${percent} %`,
	other: 'Bỏ tệp này',
	plan: 'Kết quả chạy thử',
	planned: (people, households) => `Sẽ thêm ${formatNumber(people)} người và ${formatNumber(households)} nhà mới.`,
	skipped: (rows) => `${formatNumber(rows)} dòng không được nhập: có lỗi hoặc đã có.`,
	counts: {
		error: (found) => `${formatNumber(found)} lỗi`,
		warning: (found) => `${formatNumber(found)} điểm cần xem`,
		duplicate: (found) => `${formatNumber(found)} dòng trùng`
	},
	start: 'Nhập',
	nothing: 'Không có dòng nào để nhập.',
	findings: { row: 'Dòng', column: 'Cột', what: 'Việc cần làm' },
	more: (left) => `và ${formatNumber(left)} mục nữa. Sửa các mục trên rồi chạy thử lại.`,
	getAll: (count) => `Tải tất cả ${formatNumber(count)} mục`,
	batches: 'Các lần nhập',
	noBatches: 'Chưa nhập danh sách nào.',
	batch: {
		at: 'Lúc',
		by: 'Người nhập',
		brought: 'Đã thêm',
		state: 'Tình trạng',
		undo: 'Hoàn tác',
		sure: 'Chắc chắn hoàn tác lần nhập này',
		stop: 'Dừng và hoàn tác',
		sureStop: 'Chắc chắn dừng, bỏ những gì đã thêm',
		goesOn: 'Có thể đóng trang này, máy chủ vẫn làm tiếp.',
		people: (people, households, skipped) =>
			`${formatNumber(people)} người, ${formatNumber(households)} nhà; bỏ qua ${formatNumber(skipped)} dòng`,
		progress: (done, total) => `${formatNumber(done)} / ${formatNumber(total)} dòng`,
		removing: (done, total) => `${formatNumber(done)} / ${formatNumber(total)} mục`,
		get: (count) => `Tải ${formatNumber(count)} mục cần xem`
	},
	batchStates: {
		running: 'Đang chạy',
		done: 'Xong',
		stopped: 'Dừng giữa chừng',
		undoing: 'Đang hoàn tác',
		undone: 'Đã hoàn tác'
	},
	undone: (removed, kept) =>
		`Đã bỏ ${formatNumber(removed)} mục.${kept > 0 ? ` Giữ lại ${formatNumber(kept)} mục đã có người làm việc.` : ''}`,
	fields: {
		area: 'Khu phố',
		address: 'Địa chỉ',
		lane: 'Ngõ, đường',
		number: 'Số nhà',
		name: 'Họ và tên',
		birth: 'Ngày hoặc năm sinh',
		sex: 'Giới tính',
		personalId: 'Số định danh',
		relation: 'Quan hệ với chủ hộ',
		standing: 'Trạng thái tài khoản',
		approvedOn: 'Ngày duyệt'
	},
	report: {
		sheet: 'Cần xem',
		title: (count) => `Các dòng cần xem: ${formatNumber(count)} mục`,
		head: ['Dòng', 'Loại', 'Cột', 'Việc cần làm'],
		kinds: { error: 'Lỗi, không nhập', warning: 'Cần xem, vẫn nhập', duplicate: 'Trùng, không nhập' },
		left: (count) => `Còn ${formatNumber(count)} mục nữa, tệp này không ghi hết. Sửa các mục trên rồi chạy thử lại.`
	},
	codes: {
		required: 'Ô trống. Điền vào từng dòng; ô gộp chỉ có chữ ở dòng đầu.',
		tooLong: 'Chữ dài quá. Rút gọn lại.',
		badDay: 'Không phải ngày có thật, hoặc sau hôm nay. Ghi như 14/05/1985 hoặc chỉ năm 1985.',
		badSex: 'Ghi Nam hoặc Nữ.',
		badStanding: 'Ghi: đã duyệt, chưa kích hoạt, hoặc đã kích hoạt.',
		unknownArea: 'Phường không có khu phố này. Sửa tên, hoặc thêm khu phố trước.',
		rounded: 'Excel đã làm tròn số này. Định dạng cột là Văn bản rồi nhập lại; người vẫn được thêm, không có số.',
		shortNumber: 'Chưa đủ 12 số. Không giữ số này; người vẫn được thêm.',
		padded: 'Số mất số 0 ở đầu. Đã thêm lại vì khớp ngày sinh và giới tính; nên đối chiếu.',
		badNumber: 'Không phải số định danh. Không giữ; người vẫn được thêm.',
		numberDisagrees: 'Số không khớp năm sinh hoặc giới tính. Vẫn nhập; nên đối chiếu.',
		excelDay: 'Ngày ghi bằng số của Excel. Đã đổi ra ngày; nên đối chiếu.',
		unknownRelation: 'Không rõ quan hệ. Bỏ trống; người vẫn được thêm.',
		sameNumber: 'Phường đã có người mang số này. Không nhập lần nữa.',
		samePerson: 'Nhà này đã có người cùng tên, cùng ngày sinh. Không nhập lần nữa.',
		twice: 'Người này đã có ở dòng trên. Không nhập lần nữa.'
	}
};
