// P13: seals of organisations. Documents marked "Mật" never go through the network.

import { at, end, guide, labels, links, resident, to, usual, volunteer } from '../write.ts';
import { otherScreen } from './parts.ts';

const SEALS = at('001', 'C');
const SCREENS = at('001', 'C', 'U');
const TODAY = at('web', 'congan.baclieu.gov.vn', 'U');

export const P13 = guide(
	{
		id: 'P13-seals',
		topic: 'organisation',
		title: 'Đăng ký mẫu con dấu',
		summary: 'Cho cơ quan, tổ chức, doanh nghiệp; làm ở cấp tỉnh. Năm thủ tục.',
		minutes: 25,
		since: '2022-05-19',
		from: [SEALS, at('law', 'NĐ 99/2016/NĐ-CP'), TODAY],
		keywords: ['con dấu', 'mẫu dấu', 'doanh nghiệp', 'dấu nổi', 'PC06', 'tài liệu mật']
	},
	[
		volunteer(
			'who',
			'Ai nộp?',
			'Chỉ cho tổ chức. Người nộp dùng tài khoản định danh của tổ chức.',
			[
				usual('which', 'organisation', 'Tổ chức đã có tài khoản định danh'),
				to('no-account', 'no-account', 'Chưa có'),
				to('not-us', 'person', 'Cá nhân')
			],
			{ from: [at('law', 'NĐ 69/2024/NĐ-CP Đ.7')] }
		),
		volunteer(
			'which',
			'Thủ tục nào?',
			'Cả năm đều thực hiện tại cấp tỉnh. Chọn một.',
			[
				{ ...to('secret', 'new', 'Làm dấu lần đầu'), usual: true, screen: { text: 'Đăng ký mẫu con dấu mới' } },
				{ ...to('give-back', 'again', 'Dấu hỏng, đổi tên, đổi mẫu'), screen: { text: 'Đăng ký lại mẫu con dấu' } },
				{
					...to('secret', 'special', 'Dấu nổi, thu nhỏ, xi'),
					screen: { text: 'Đăng ký dấu nổi, dấu thu nhỏ, dấu xi' }
				},
				{ ...to('secret', 'more', 'Thêm một con dấu nữa'), screen: { text: 'Đăng ký thêm con dấu' } },
				{
					...to('give-back', 'certificate', 'Giấy chứng nhận mất, hỏng, sai'),
					screen: { text: 'Đổi, cấp lại GCN đăng ký mẫu con dấu' }
				}
			],
			{ from: [SEALS] }
		),
		volunteer(
			'give-back',
			'Phải nộp lại dấu cũ',
			'Đăng ký lại và đổi giấy chứng nhận: trả dấu cũ và giấy chứng nhận cũ qua bưu chính công ích hoặc trực tiếp. Cán bộ hủy dấu rồi mới trả kết quả.',
			'secret',
			{ from: [SEALS] }
		),
		volunteer(
			'secret',
			'Có tài liệu mật không?',
			'Tài liệu đóng dấu Mật không được đưa lên mạng.',
			[usual('find', 'no', 'Không có'), to('in-person', 'yes', 'Có tài liệu Mật')],
			{ from: [SEALS] }
		),
		resident(
			'find',
			'Tìm thủ tục',
			'Đăng nhập cổng bằng tài khoản của tổ chức. Bấm “Nộp hồ sơ trực tuyến”, tìm đúng thủ tục vừa chọn.',
			[usual('office', 'found', 'Thấy thủ tục'), to('other-screen', 'other', 'Không thấy')],
			{ from: [SCREENS], ...labels('Nộp hồ sơ trực tuyến'), notes: ['Thủ tục dấu mới trước đây có mã 2.001428.'] }
		),
		resident(
			'office',
			'Chọn nơi nhận',
			'Bấm “Nộp hồ sơ”. Nơi nhận là Phòng Cảnh sát quản lý hành chính về trật tự xã hội, Công an tỉnh/thành phố.',
			'basics',
			{ from: [SCREENS], ...labels('Nộp hồ sơ') }
		),
		resident(
			'basics',
			'Thông tin chung',
			'Ghi tên, loại hình, địa chỉ của tổ chức; người nộp; loại dấu. Chọn cơ sở khắc dấu trong danh sách và tự liên hệ.',
			'result',
			{ from: [SCREENS] }
		),
		resident(
			'result',
			'Cách nhận kết quả',
			'Chọn “Trực tiếp” hoặc “Qua dịch vụ bưu chính công ích” và ghi địa chỉ. Bấm “Đồng ý và tiếp tục”.',
			'files',
			{
				from: [SCREENS],
				...labels('Trực tiếp', 'Qua dịch vụ bưu chính công ích', 'Đồng ý và tiếp tục')
			}
		),
		resident(
			'files',
			'Đính kèm bản quét',
			'Đính kèm giấy tờ theo danh mục của thủ tục. Bấm “Đồng ý và tiếp tục”.',
			'send',
			{
				from: [SCREENS],
				...labels('Đồng ý và tiếp tục'),
				notes: ['Tài liệu Mật: nộp trực tiếp, không đưa lên.']
			}
		),
		resident(
			'send',
			'Xem lại và nộp',
			'Xem lại, nhập “Mã xác nhận” trên màn hình, đánh dấu chịu trách nhiệm, bấm “Nộp hồ sơ”.',
			[usual('sent', 'sent', 'Có mã hồ sơ'), to('other-screen', 'error', 'Máy báo lỗi')],
			{
				from: [SCREENS],
				...labels('Mã xác nhận', 'Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên', 'Nộp hồ sơ')
			}
		),
		end('sent', 'success', 'Đã nộp', 'Ghi mã hồ sơ, theo dõi ở mục tra cứu.', 'Đã nộp hồ sơ con dấu.', [], {
			from: [SEALS]
		}),
		end(
			'in-person',
			'referred',
			'Nộp trực tiếp',
			'Mang hồ sơ đến nơi nhận của Công an tỉnh/thành phố hoặc Trung tâm phục vụ hành chính công.',
			'Có tài liệu Mật, phải nộp trực tiếp.',
			[],
			{ from: [SEALS, TODAY] }
		),
		end(
			'no-account',
			'referred',
			'Làm tài khoản của tổ chức',
			'Hỏi quầy Một cửa: {deskPlace}, vào {deskHours}.',
			'Tổ chức chưa có tài khoản định danh.',
			[{ kind: 'referral', receiver: 'oneStopDesk', words: 'Tài khoản định danh của tổ chức' }],
			{
				from: [at('law', 'NĐ 69/2024/NĐ-CP Đ.7')]
			}
		),
		end(
			'not-us',
			'declined',
			'Cá nhân không làm thủ tục này',
			'Con dấu chỉ cho cơ quan, tổ chức, doanh nghiệp.',
			'Không phải thủ tục của cá nhân.',
			[],
			{
				from: [SEALS],
				...links(['services-list', '25 dịch vụ thường dùng'])
			}
		),
		otherScreen()
	]
);
