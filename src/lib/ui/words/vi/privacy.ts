// Personal data at the desk (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP): requests of residents, consents, keeping and taking
// away, breaches, and the registry of fields.

import type { BreachStep } from '../../../domain/breach.ts';
import type { RequestKind, RequestState } from '../../../domain/citizen-request.ts';
import type { ConsentFilter } from '../../../domain/desk-privacy.ts';
import type { Keep, Purpose } from '../../../domain/field-class.ts';

const kinds: Record<RequestKind, string> = {
	view: 'Xem dữ liệu của mình',
	correct: 'Sửa dữ liệu sai',
	delete: 'Xóa dữ liệu',
	withdraw: 'Rút lại đồng ý'
};
const states: Record<RequestState, string> = {
	open: 'Đang chờ',
	done: 'Đã làm xong',
	refused: 'Không làm, đã trả lời'
};
const consentStates: Record<ConsentFilter['state'], string> = {
	all: 'Tất cả',
	given: 'Đồng ý ghi lại',
	phone: 'Đồng ý ghi số điện thoại',
	withdrawn: 'Không đồng ý ghi lại',
	none: 'Chưa hỏi'
};
const steps: Record<BreachStep, { title: string; how: string }> = {
	contain: {
		title: 'Chặn lại ngay',
		how: 'Thu hồi máy ở trang Tình nguyện viên, khóa tài khoản hoặc đăng xuất mọi nơi ở trang Quản trị.'
	},
	scope: {
		title: 'Xác định dữ liệu nào, của bao nhiêu người',
		how: 'Trang Sự cố ghi máy có thể đang giữ gì. Tóm tắt tuần của nhật ký cho biết ai đã xem, đã xuất.'
	},
	leader: { title: 'Báo tổ trưởng', how: 'Nói việc gì, từ lúc nào, đã chặn ra sao.' },
	authority: {
		title: 'Báo cơ quan có thẩm quyền trong 72 giờ',
		how: 'Phường xác nhận trước cơ quan nào nhận báo cáo và ai ký.'
	},
	people: { title: 'Báo người dân liên quan', how: 'Nói rõ dữ liệu nào bị lộ và cần đề phòng điều gì.' },
	cause: { title: 'Sửa nguyên nhân', how: 'Ghi lại đã đổi gì để không lặp lại.' }
};
const purposes: Record<Purpose, string> = {
	find: 'tìm đúng nhà',
	identify: 'nhận đúng người',
	reach: 'gọi nhắc khi được đồng ý',
	help: 'hỗ trợ tài khoản',
	consent: 'chứng minh đã hỏi ý kiến',
	quality: 'làm sạch dữ liệu',
	work: 'phân công công việc',
	proof: 'biết ai đã làm gì',
	signIn: 'giữ bàn phường khỏi người lạ',
	rights: 'trả lời người dân'
};
const keeps: Record<Keep, string> = {
	rule: 'đến hết hạn lưu giữ',
	withdrawn: 'đến hết hạn, hoặc khi rút đồng ý',
	service: 'khi còn làm việc cho phường',
	audit: 'cùng với nhật ký'
};

export const privacy = {
	nav: 'Dữ liệu cá nhân',
	tabs: {
		label: 'Các phần về dữ liệu cá nhân',
		requests: 'Yêu cầu của người dân',
		consents: 'Sổ đồng ý',
		retention: 'Lưu giữ và xóa',
		breach: 'Lộ dữ liệu',
		registry: 'Sổ dữ liệu'
	},
	request: {
		title: 'Yêu cầu của người dân',
		lead: 'Trả lời trong 2 ngày làm việc, tính từ ngày hôm sau.',
		kinds,
		states,
		open: 'Đang chờ',
		closed: 'Đã trả lời',
		columns: {
			number: 'Số',
			kind: 'Yêu cầu',
			asker: 'Người yêu cầu',
			about: 'Về ai',
			due: 'Hạn trả lời',
			state: 'Trạng thái'
		},
		empty: 'Không có yêu cầu nào.',
		overdue: (days: number) => `quá hạn ${days} ngày`,
		today: 'hạn hôm nay',
		left: (days: number) => `còn ${days} ngày`,
		unknown: 'Không tìm thấy trong danh sách',
		addTitle: 'Nhận yêu cầu mới',
		searchTitle: 'Tìm người được hỏi đến',
		search: 'Tên, số nhà, 4 số cuối',
		find: 'Tìm',
		nobody: 'Không tìm thấy ai. Vẫn nhận yêu cầu được.',
		person: 'Về ai',
		notFound: 'Không có trong danh sách',
		kind: 'Người dân muốn',
		asker: 'Họ tên người yêu cầu',
		contact: 'Liên hệ lại bằng cách nào',
		detail: 'Nội dung cụ thể',
		detailHint: 'Không ghi số giấy tờ, mã, mật khẩu.',
		add: 'Nhận và in giấy hẹn',
		back: 'Về danh sách',
		receiptTitle: 'Giấy nhận yêu cầu',
		receivedAt: 'Nhận lúc',
		receivedBy: 'Cán bộ nhận',
		due: 'Trả lời chậm nhất',
		receiptNote: 'Người dân giữ giấy này và đưa ra khi hỏi kết quả.',
		sign: 'Người nhận ký',
		print: 'In giấy',
		about: 'Dữ liệu phường đang giữ về người này',
		gone: 'Dữ liệu của người này không còn trong danh sách.',
		answerTitle: 'Trả lời',
		act: 'Làm gì',
		acts: {
			answer: 'Chỉ trả lời (đã cho xem, hoặc đã giải thích)',
			correct: 'Sửa một mục',
			withdraw: 'Rút đồng ý: bỏ số điện thoại và việc gọi nhắc',
			erase: 'Xóa người này khỏi danh sách; lượt thăm chỉ còn để đếm',
			refuse: 'Không làm được, nói rõ vì sao'
		},
		field: 'Mục cần sửa',
		value: 'Giá trị đúng',
		valueHint: 'Ngày sinh ghi 05/03/1985, hoặc chỉ năm 1985.',
		answer: 'Câu trả lời cho người dân',
		answerHint: 'Câu này in trên giấy trả lời.',
		send: 'Làm và trả lời',
		eraseNote: 'Xóa là không lấy lại được. Máy của tình nguyện viên tự xóa ở lần gửi nhận sau.',
		answered: 'Đã trả lời.',
		answeredBy: (name: string, when: string) => `${name}, ${when}`,
		mayNot: 'Vai trò này nhận yêu cầu, không quyết định. Nhờ cán bộ phụ trách.'
	},
	consent: {
		title: 'Sổ đồng ý',
		lead: 'Mỗi người đã đồng ý điều gì, nghe lời hỏi bản nào, lúc nào, ai ghi.',
		states: consentStates,
		filter: 'Lọc',
		columns: {
			person: 'Người',
			door: 'Nhà',
			record: 'Ghi lại',
			phone: 'Số điện thoại',
			remind: 'Gọi nhắc',
			how: 'Cách hỏi',
			when: 'Lúc',
			by: 'Ai ghi'
		},
		yes: 'Đồng ý',
		no: 'Không',
		spoken: (wording: number) => `Hỏi tại nhà, lời hỏi bản ${wording}`,
		none: 'Chưa hỏi',
		empty: 'Không có ai.',
		more: 'Xem tiếp'
	},
	retention: {
		title: 'Lưu giữ và xóa',
		ruleTitle: 'Phường đã quyết định',
		rule: (days: number) => `Giữ dữ liệu ${days} ngày sau lần thay đổi cuối, hoặc sau khi đợt kết thúc.`,
		days: (count: string) => `${count} ngày`,
		keepDays: 'Giữ bao nhiêu ngày',
		daysOff: 'Ngày nghỉ của phường, ngoài thứ bảy và chủ nhật',
		daysOffHint: 'Ghi từng ngày như 02/09/2026, cách nhau bằng dấu phẩy. Hạn trả lời người dân tính theo các ngày này.',
		save: 'Lưu',
		planTitle: 'Xem trước những gì đến hạn xóa',
		by: 'Xóa theo',
		byAge: 'Tuổi của dữ liệu',
		byCampaign: 'Đợt đã kết thúc',
		name: 'Tên đợt',
		ended: 'Ngày kết thúc đợt',
		preview: 'Xem trước',
		notYet: 'Chưa đến hạn, hoặc ngày kết thúc chưa đúng.',
		willGo: (day: string) => `Sẽ xóa những gì không thay đổi từ ngày ${day} trở đi`,
		nothing: 'Chưa có gì đến hạn.',
		counts: {
			households: 'Nhà',
			people: 'Người',
			visits: 'Lượt thăm',
			difficulties: 'Khó khăn của tình nguyện viên',
			asides: 'Bản ghi giữ lại',
			requests: 'Yêu cầu đã trả lời',
			texts: 'Lời trong báo cáo, ghi chú số liệu'
		},
		openVisits: (count: string) => `Trong đó có ${count} lượt thăm chưa duyệt.`,
		figures: 'Số liệu được giữ lại',
		area: 'Khu phố',
		informed: 'Hộ đã được tuyên truyền',
		registered: 'Người trong danh sách',
		issued: 'Đã cấp',
		activated: 'Đã kích hoạt',
		success: 'Đã kích hoạt và đăng nhập',
		hash: 'Dấu kiểm',
		run: 'Xóa như trên',
		runNote:
			'Cần nhập lại mật khẩu. Xóa là không lấy lại được; bản sao lưu cũ phải xóa riêng. Máy của tình nguyện viên tự xóa ở lần gửi nhận sau.',
		runsTitle: 'Đã xóa',
		runsNone: 'Chưa xóa lần nào.',
		runAt: (when: string, name: string) => `${when}, ${name}`,
		runLabel: (label: string) => `đợt ${label}`,
		running: 'Chưa xong: bấm xem trước rồi xóa tiếp.',
		proofGood: 'Đếm lại: không còn trường nào của những bản ghi đã xóa.',
		proofBad: (count: string) => `Đếm lại: còn ${count} chỗ. Báo người phụ trách máy chủ.`,
		mayNot: 'Người quản trị quyết định và bấm xóa.',
		said: { rule: 'Đã lưu.', run: 'Đã xóa. Kết quả đếm lại ở bên dưới.' }
	},
	breach: {
		title: 'Lộ dữ liệu cá nhân',
		lead: 'Mất máy, gửi nhầm danh sách, người lạ vào được bàn phường: ghi ngay một câu rồi làm theo từng bước.',
		what: 'Chuyện gì đã xảy ra',
		open: 'Ghi nhận và bắt đầu',
		opened: (when: string, name: string) => `Ghi nhận lúc ${when}, ${name}`,
		tellBy: (when: string) => `Báo cơ quan có thẩm quyền trước ${when}`,
		steps,
		done: 'Đã làm',
		doneBy: (when: string, name: string) => `Xong lúc ${when}, ${name}`,
		closed: (when: string) => `Đã xử lý xong lúc ${when}`,
		contacts: 'Gọi cho ai',
		contactsNone: 'Danh bạ của phường chưa có ai.',
		book: 'Mở danh bạ của phường',
		none: 'Chưa ghi nhận vụ nào.',
		incidents: 'Máy đã thu hồi và sự cố khác'
	},
	registry: {
		title: 'Sổ dữ liệu',
		lead: 'Mọi trường có dữ liệu cá nhân, dùng để làm gì và giữ đến khi nào. Trường không có trong sổ này thì chương trình không cho thêm.',
		columns: { what: 'Dữ liệu', data: 'Loại', purpose: 'Dùng để', keep: 'Giữ' },
		data: { basic: 'cơ bản', sensitive: 'nhạy cảm' },
		purposes,
		keeps,
		recordsTitle: 'Về người dân',
		placesTitle: 'Nơi lưu trong máy chủ',
		tables: {
			staff: 'Tài khoản cán bộ',
			session: 'Phiên đăng nhập',
			recovery_code: 'Mã trên giấy',
			volunteer: 'Tình nguyện viên',
			badge: 'Thẻ tình nguyện viên',
			device: 'Máy của tình nguyện viên',
			record: 'Bản ghi về nhà, người, lượt thăm',
			entry: 'Bản gốc gửi về',
			change: 'Lịch sử thay đổi',
			conflict: 'Mục hai người ghi khác nhau',
			aside: 'Bản ghi giữ lại',
			person_row: 'Danh mục để tìm người',
			household_row: 'Danh mục để tìm nhà',
			audit: 'Nhật ký',
			content_edition: 'Người công bố nội dung',
			ward_book: 'Danh bạ của phường',
			citizen_request: 'Yêu cầu của người dân',
			retention_run: 'Người bấm xóa',
			breach: 'Vụ lộ dữ liệu'
		} as Record<string, string>,
		never: 'Không bao giờ lưu: mã OTP, mật khẩu VNeID, ảnh thẻ, khuôn mặt, vân tay, tài khoản ngân hàng, vị trí.'
	}
};

export type PrivacyWords = typeof privacy;
